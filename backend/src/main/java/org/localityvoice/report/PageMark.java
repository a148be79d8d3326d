package org.localityvoice.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * A place in a list that is ordered by a time and then by id: the page after it begins with what
 * comes next. Callers see it as an opaque text.
 *
 * @param at the time ordered by; empty for a report that has none, which goes before all others
 * @param id of the report at this place; the empty text is before all ids
 */
record PageMark(Optional<Instant> at, String id) implements Comparable<PageMark> {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Comparator<PageMark> ORDER =
      Comparator.comparing((PageMark mark) -> mark.at.orElse(Instant.MIN))
          .thenComparing(PageMark::id);

  @Override
  public int compareTo(PageMark other) {
    return ORDER.compare(this, other);
  }

  /** As a caller gets it. */
  String text() {
    return opaque(at.map(time -> String.valueOf(time.toEpochMilli())).orElse("") + " " + id);
  }

  /** The mark of a text that we gave out; otherwise the violation {@code cursor}. */
  static PageMark of(String text) {
    var parts = plain(text).split(" ", -1);
    if (parts.length != 2 || parts[1].length() > 100) {
      throw bad();
    }
    return new PageMark(
        parts[0].isEmpty() ? Optional.empty() : Optional.of(time(parts[0])), parts[1]);
  }

  private static Instant time(String millis) {
    try {
      var time = Instant.ofEpochMilli(Long.parseLong(millis));
      if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
        throw bad();
      }
      return time;
    } catch (NumberFormatException e) {
      throw bad();
    }
  }

  /** A text that says nothing to those who carry it. */
  static String opaque(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** What is behind such a text; otherwise the violation {@code cursor}. */
  static String plain(String opaque) {
    try {
      return new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  /** The refusal of a text that is no mark of ours. */
  static Problem bad() {
    return Problem.invalid(
        List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
