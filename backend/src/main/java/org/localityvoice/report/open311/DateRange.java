package org.localityvoice.report.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Call;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * From when to when a client asks, both whole seconds and both included.
 *
 * @param start not after the end, and at most 90 days before it
 */
record DateRange(Instant start, Instant end) {
  static final Duration WIDEST = Duration.ofDays(90);

  /**
   * What a query asks for: without either date the last 90 days, without one of them 90 days from
   * or up to the other.
   *
   * @throws Problem naming the argument that is no date, or the span that is too wide
   */
  static DateRange of(Call call, Instant now) {
    var start = date(call, "start_date");
    var end = date(call, "end_date");
    var last = end.or(() -> start.map(at -> at.plus(WIDEST))).orElse(W3cDate.seconds(now));
    var first = start.orElseGet(() -> last.minus(WIDEST));
    if (first.isAfter(last)) {
      throw refused("end_date", "dates-reversed");
    }
    if (first.plus(WIDEST).isBefore(last)) {
      throw refused("start_date", "dates-too-wide", WIDEST.toDays());
    }
    return new DateRange(first, last);
  }

  /** A date in the query, if there is one. */
  static Optional<Instant> date(Call call, String name) {
    return call.query(name)
        .map(text -> W3cDate.read(text).orElseThrow(() -> refused(name, "w3c-date")));
  }

  private static Problem refused(String name, String code, Object... arguments) {
    return Problem.invalid(
        List.of(new Violation(Violation.In.QUERY, name, code, List.of(arguments))));
  }

  /** The first moment after it. */
  Instant after() {
    return end.plusSeconds(1);
  }
}
