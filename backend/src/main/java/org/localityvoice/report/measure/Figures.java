package org.localityvoice.report.measure;

import java.util.HashMap;
import java.util.Map;
import org.localityvoice.report.Verdict;

/**
 * The figures of a group of reports at a date, exact.
 *
 * @param cells how many reports are in each cell; every cell is there
 * @param people affected by the problems
 * @param followUps the questions put to the people of all of these reports, duplicates included
 * @param answer waits for the first answer, of problems
 * @param fix waits for a confirmed fix, of problems
 */
record Figures(
    Map<MeasureCell, Integer> cells,
    int people,
    FollowUpCounts followUps,
    Times answer,
    Times fix) {

  Figures {
    cells = Map.copyOf(cells);
  }

  /** How many reports are in a cell. */
  int in(MeasureCell cell) {
    return cells.getOrDefault(cell, 0);
  }

  /** Reports that are no duplicates. */
  int originals() {
    return reports() - in(MeasureCell.DUPLICATE);
  }

  /** Reports, duplicates included. */
  int reports() {
    return cells.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@link Sums#PROBLEMS} by id: the cells, and what they add up to. */
  Map<String, Integer> problems() {
    var leaves = new HashMap<String, Integer>();
    cells.forEach((cell, count) -> leaves.put(cell.slug(), count));
    return Sums.PROBLEMS.complete(leaves);
  }

  /** {@link Sums#QUESTIONS} by id. */
  Map<String, Integer> questions() {
    var leaves = new HashMap<String, Integer>();
    for (var verdict : Verdict.values()) {
      leaves.put("answered-" + verdict.slug(), followUps.verdicts().getOrDefault(verdict, 0));
    }
    leaves.put("questions-unanswered", followUps.unanswered());
    return Sums.QUESTIONS.complete(leaves);
  }
}
