package org.localityvoice.report.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds reports up, one by one. Not for several threads at a time. */
final class Tally {
  private final Map<MeasureCell, Integer> cells = new EnumMap<>(MeasureCell.class);
  private final List<Waiting> answers = new ArrayList<>();
  private final List<Waiting> fixes = new ArrayList<>();
  private FollowUpCounts followUps = FollowUpCounts.NONE;
  private int people;

  Tally() {
    for (var cell : MeasureCell.values()) {
      cells.put(cell, 0);
    }
  }

  /** Counts a report. A duplicate is waited on, and its people are counted, with its original. */
  void add(MeasuredReport report) {
    cells.merge(report.cell(), 1, Integer::sum);
    followUps = followUps.plus(report.followUps());
    if (report.cell() != MeasureCell.DUPLICATE) {
      people += report.people();
      answers.add(report.answer());
      fixes.add(report.fix());
    }
  }

  /** What was counted. Takes a moment for many reports, because the waits are sorted. */
  Figures figures() {
    return new Figures(cells, people, followUps, Times.of(answers), Times.of(fixes));
  }
}
