package org.localityvoice.locality;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A sentence in several languages.
 *
 * @param byLanguage texts by language tag (BCP 47), English always among them; in the order of the
 *     tags, so that equal texts are written equally
 */
public record Text(Map<String, String> byLanguage) {
  static final String ENGLISH = "en";

  public Text {
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  /** In that language, else in its general form ({@code zh} for {@code zh-Hant}), else English. */
  public String in(String language) {
    var dash = language.indexOf('-');
    return own(language)
        .or(() -> dash < 0 ? Optional.empty() : own(language.substring(0, dash)))
        .or(() -> own(ENGLISH))
        .orElse("");
  }

  private Optional<String> own(String language) {
    return Optional.ofNullable(byLanguage.get(language));
  }

  /** The languages that every one of the texts is written in; English where there are no texts. */
  static Set<String> languages(Stream<Text> texts) {
    return Collections.unmodifiableSet(
        texts.map(text -> text.byLanguage().keySet()).reduce(Text::common).orElse(Set.of(ENGLISH)));
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    var common = new TreeSet<>(some);
    common.retainAll(others);
    return common;
  }
}
