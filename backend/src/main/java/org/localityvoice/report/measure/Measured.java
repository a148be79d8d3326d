package org.localityvoice.report.measure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one locality and period at a date, exact.
 *
 * @param groups by category or partner; none where that was not asked for
 */
record Measured(Asked asked, Figures total, Map<String, Figures> groups) {
  Measured {
    groups = Map.copyOf(groups);
  }

  /**
   * What the figures are of.
   *
   * @param period of the submission
   * @param zone that days are counted in
   * @param at the date; what happened later does not count
   * @param scope which confidential reports are counted
   */
  record Asked(String locality, Period period, ZoneId zone, Instant at, Grouping by, Scope scope) {}

  /** Adds up what is asked. */
  static final class Adding {
    private final Asked asked;
    private final Tally total = new Tally();
    private final Map<String, Tally> groups = new TreeMap<>();

    Adding(Asked asked) {
      this.asked = asked;
    }

    void add(MeasuredRow row) {
      if (asked.scope().counts(row)) {
        MeasuredReport.of(row.log(), asked.at()).ifPresent(report -> add(row, report));
      }
    }

    private void add(MeasuredRow row, MeasuredReport report) {
      total.add(report);
      if (asked.by() != Grouping.NONE) {
        var group = asked.by() == Grouping.CATEGORY ? row.category() : report.owner();
        groups.computeIfAbsent(group, fresh -> new Tally()).add(report);
      }
    }

    Measured measured() {
      var figures = new TreeMap<String, Figures>();
      groups.forEach((group, tally) -> figures.put(group, tally.figures()));
      return new Measured(asked, total.figures(), figures);
    }
  }
}
