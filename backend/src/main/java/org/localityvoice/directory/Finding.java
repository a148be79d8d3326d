package org.localityvoice.directory;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Boxes;

/** Works out what a service is found by. Pure. */
final class Finding {
  private static final int SORTED_BY = 100;

  private Finding() {}

  /** By what a service is found that says this, in that state, on that day. */
  static Found of(
      String id,
      ServiceState state,
      ServiceContent content,
      @Nullable LocalDate assuredOn,
      Surroundings around,
      LocalDate today) {
    var points = around.locations().stream().map(Location::place).filter(Objects::nonNull).toList();
    return new Found(
        isFound(state, content.status()) ? List.copyOf(tokens(content, around, points)) : List.of(),
        Freshness.of(assuredOn, today).rank() + " " + start(content.name()) + " " + id,
        around.organisation().content().keeper(),
        content.span().from(),
        content.span().to(),
        points);
  }

  /**
   * As much of a name as is put in order. A folded name may be many times as long as the name, and
   * the order is part of the address of the next page.
   */
  private static String start(String name) {
    return Words.folded(name)
        .codePoints()
        .limit(SORTED_BY)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What is closed for a time is found, and says so; what is given no more is not. */
  private static boolean isFound(ServiceState state, Status status) {
    return state == ServiceState.PUBLISHED
        && (status == Status.ACTIVE || status == Status.TEMPORARILY_CLOSED);
  }

  private static Set<String> tokens(
      ServiceContent content, Surroundings around, List<Point> points) {
    var tokens = new LinkedHashSet<String>();
    tokens.add(Token.ANY);
    Words.of(content.name()).forEach(word -> tokens.add(Token.named(word)));
    said(content, around).forEach(word -> tokens.add(Token.word(word)));
    content.needs().stream()
        .flatMap(need -> around.needs().upwards(need).stream())
        .forEach(term -> tokens.add(Token.need(term.id())));
    content.localities().forEach(locality -> tokens.add(Token.locality(locality)));
    content.languages().forEach(tag -> tokens.add(Token.language(tag)));
    content.openings().forEach(one -> one.days().forEach(day -> tokens.add(Token.day(day))));
    for (var age = content.span().from(); age <= content.span().to(); age++) {
      tokens.add(Token.decade(age));
    }
    points.stream()
        .flatMap(point -> Boxes.of(point.latitude(), point.longitude()).stream())
        .forEach(key -> tokens.add(Token.square(key)));
    if (points.isEmpty()) {
      content.localities().forEach(locality -> tokens.add(Token.anywhereIn(locality)));
    }
    return tokens;
  }

  private static Set<String> said(ServiceContent content, Surroundings around) {
    var words = new LinkedHashSet<String>();
    words.addAll(Words.of(content.name()));
    words.addAll(Words.of(content.description()));
    content.summaries().values().forEach(text -> words.addAll(Words.of(text)));
    words.addAll(Words.of(around.organisation().content().name()));
    around.locations().forEach(location -> words.addAll(Words.of(location.content().name())));
    content.needs().stream()
        .flatMap(need -> around.needs().upwards(need).stream())
        .forEach(
            term -> {
              term.name().values().forEach(text -> words.addAll(Words.of(text)));
              term.words().forEach(text -> words.addAll(Words.of(text)));
            });
    return words;
  }
}
