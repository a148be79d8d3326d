package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.Standing;

/** What a log said at a date. Pure. */
final class History {
  private History() {}

  /**
   * The log as it was at the date: everything before the first entry that is later. The order of
   * the log is what happened, also where the clocks of two servers differ by a little.
   */
  static <E extends ReportEvent> List<E> until(List<E> log, Instant date) {
    var length = 0;
    while (length < log.size() && !log.get(length).at().isAfter(date)) {
      length++;
    }
    return log.subList(0, length);
  }

  /** The standing at the date; empty before the report was made. */
  static Optional<Standing> standing(List<? extends ReportEvent> log, Instant date) {
    var known = until(log, date);
    return known.isEmpty() ? Optional.empty() : Optional.of(Standing.of(known));
  }
}
