package org.localityvoice.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What somebody looks for; everything that is said must fit.
 *
 * @param words as {@link Words} makes them
 * @param typed the same with their endings, in the order of the alphabet
 * @param need id of a term
 * @param within metres from the point
 */
record Wish(
    Set<String> words,
    List<String> typed,
    Optional<String> need,
    Optional<Point> near,
    int within,
    Optional<Integer> age,
    Optional<Day> day,
    Optional<String> language,
    Optional<String> locality) {
  private static final int MOST_WORDS = 8;

  Wish {
    words = Set.copyOf(words);
    typed = List.copyOf(typed);
  }

  /**
   * What must be among the tokens of a service, what is rarest as a rule first: the first is looked
   * up in the index, the others are looked for in what it finds. What says nothing beside the
   * others is left out, since each costs a look at all tokens of each candidate.
   *
   * @param first goes before all others; may be none
   * @param word how a word is to be found
   */
  List<String> tokens(Optional<String> first, UnaryOperator<String> word) {
    var tokens = new ArrayList<String>();
    first.ifPresent(tokens::add);
    words.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(one -> one))
        .limit(MOST_WORDS)
        .map(word)
        .forEach(tokens::add);
    need.map(Token::need).ifPresent(tokens::add);
    language.map(Token::language).ifPresent(tokens::add);
    day.map(Token::day).ifPresent(tokens::add);
    locality.map(Token::locality).ifPresent(tokens::add);
    if (tokens.isEmpty()) {
      // The very years are compared with every candidate anyway.
      tokens.add(age.map(Token::decade).orElse(Token.ANY));
    }
    return tokens;
  }
}
