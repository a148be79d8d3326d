package org.localityvoice.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report is counted as in the counters for dashboards and maps.
 *
 * @param overdue whether somebody has been reminded of the promise in force
 * @param boxes the map squares it is counted in
 */
public record Facets(
    String locality,
    String category,
    String owner,
    ReportState state,
    boolean overdue,
    boolean confidential,
    List<String> boxes) {
  public Facets {
    boxes = List.copyOf(boxes);
  }

  /** What a report ought to be counted as now. */
  public static Facets of(Report report) {
    return of(
        new CountedRow(
            report.id(),
            report.version(),
            report.locality(),
            report.category(),
            report.confidential(),
            report.standing(),
            report.boxes(),
            report.counted(),
            report.uncountedSince()));
  }

  /** The same of the part of a report that counts. */
  static Facets of(CountedRow report) {
    var standing = report.standing();
    return new Facets(
        report.locality(),
        report.category(),
        standing.owner(),
        standing.state(),
        standing.overdue(),
        report.confidential(),
        report.boxes());
  }

  /** How pressing it looks on a map; empty for a merged report, whose original stands for it. */
  Optional<Look> look() {
    if (state == ReportState.MERGED) {
      return Optional.empty();
    }
    return Optional.of(ReportState.UNFINISHED.contains(state) ? Look.OPEN : Look.ENDED);
  }

  /** Whether anybody still has something to do about a report. */
  enum Look {
    OPEN,
    ENDED
  }
}
