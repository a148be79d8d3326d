package org.localityvoice.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.localityvoice.report.Tallies.Cell;

/**
 * What a locality's counters come to for somebody.
 *
 * @param reports all of them
 * @param open those that somebody still has to act on
 * @param overdue those of them that somebody has been reminded of
 * @param behindSince since when a report has waited to be counted; empty when all are
 */
record LocalityCounts(
    String locality,
    int reports,
    int open,
    int overdue,
    List<Group> states,
    List<Group> owners,
    List<Group> categories,
    Optional<Instant> behindSince) {

  /** The same counts of one state, owner or category. */
  record Group(String id, int reports, int open, int overdue) {}

  /** Adds up cells. */
  static LocalityCounts of(
      String locality, Map<Cell, Integer> cells, Optional<Instant> behindSince) {
    var all = groups(cells, cell -> "").stream().findFirst();
    return new LocalityCounts(
        locality,
        all.map(Group::reports).orElse(0),
        all.map(Group::open).orElse(0),
        all.map(Group::overdue).orElse(0),
        groups(cells, cell -> cell.state().slug()),
        groups(cells, Cell::owner),
        groups(cells, Cell::category),
        behindSince);
  }

  private static List<Group> groups(Map<Cell, Integer> cells, Function<Cell, String> by) {
    var groups = new TreeMap<String, Group>();
    cells.forEach(
        (cell, count) -> {
          var open = ReportState.UNFINISHED.contains(cell.state()) ? count : 0;
          groups.merge(
              by.apply(cell),
              new Group(by.apply(cell), count, open, cell.overdue() ? count : 0),
              LocalityCounts::sum);
        });
    Collection<Group> found = groups.values();
    return found.stream().filter(group -> group.reports() != 0).toList();
  }

  private static Group sum(Group one, Group other) {
    return new Group(
        one.id(),
        one.reports() + other.reports(),
        one.open() + other.open(),
        one.overdue() + other.overdue());
  }
}
