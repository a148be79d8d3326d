package org.localityvoice.report;

import java.util.List;

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

  /** What this report ought to be counted as now. */
  public static Facets of(Report report) {
    var standing = report.standing();
    return new Facets(
        report.locality(),
        report.category(),
        standing.owner(),
        standing.state(),
        standing.chased() > 0 && ReportState.UNFINISHED.contains(standing.state()),
        report.confidential(),
        report.boxes());
  }
}
