package org.localityvoice.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * The days that a list is of, as moments.
 *
 * @param to not in it any more
 */
record Days(Instant from, Instant to) {
  private static final int USUAL_WEEKS = 12;

  /**
   * The days that somebody names.
   *
   * @throws Problem when they are too many, or the wrong way round
   */
  static Days of(Optional<String> first, Optional<String> last, LocalDate today, ZoneId zone) {
    var from = first.map(LocalDate::parse).orElse(today);
    var to = last.map(LocalDate::parse).orElse(from.plusWeeks(USUAL_WEEKS).minusDays(1));
    if (to.isBefore(from) || to.isAfter(from.plusYears(1))) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "to", "days-apart", List.of())));
    }
    return new Days(
        from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
