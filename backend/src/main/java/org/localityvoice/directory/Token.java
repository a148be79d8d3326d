package org.localityvoice.directory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Single things that a service is found by, each written so that no two kinds are alike. Pure. */
final class Token {
  /** Every service that is to be found. */
  static final String ANY = "p";

  private static final String WORD = "w:";
  private static final int DECADE = 10;

  private Token() {}

  /** A word of its name. */
  static String named(String word) {
    return "n:" + word;
  }

  /** A word of anything that it says, or of a need that it meets. */
  static String word(String word) {
    return WORD + word;
  }

  /** The words among tokens. */
  static Set<String> wordsIn(List<String> tokens) {
    return tokens.stream()
        .filter(token -> token.startsWith(WORD))
        .map(token -> token.substring(WORD.length()))
        .collect(Collectors.toSet());
  }

  static String need(String termId) {
    return "t:" + termId;
  }

  static String locality(String id) {
    return "l:" + id;
  }

  static String language(String tag) {
    return "g:" + tag;
  }

  static String day(Day day) {
    return "d:" + day.slug();
  }

  /** The ten years that an age is in; the very years are compared afterwards. */
  static String decade(int age) {
    return "a:" + age / DECADE;
  }

  /** A square of the map, see {@code Boxes}. */
  static String square(String key) {
    return "s:" + key;
  }

  /** It is given in no one place, to people of that locality: by phone, online or at home. */
  static String anywhereIn(String locality) {
    return "x:" + locality;
  }
}
