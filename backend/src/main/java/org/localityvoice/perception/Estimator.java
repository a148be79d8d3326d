package org.localityvoice.perception;

import java.util.List;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Questionnaire.Option;

/**
 * Estimates a measure from cells: the unweighted share of the positive options among the answers
 * inside the base. It does not speak for those who did not answer.
 */
final class Estimator {
  static final String ID = "unweighted-proportion";
  static final String VERSION = "1.0.0";
  static final String INTERVAL = "wilson-95";

  /**
   * Below this many valid answers nothing leaves (small numbers rule, as ONS research services).
   */
  static final int FEWEST = 10;

  private Estimator() {}

  /** The finding for a measured item over all cells of a wave. */
  static Finding estimate(Item item, Measure measure, List<Cell> cells) {
    var valid = 0;
    var positive = 0;
    for (var option : item.options()) {
      if (!option.outsideBase()) {
        var count = count(item, option, cells);
        valid += count;
        positive += measure.positive().contains(option.id()) ? count : 0;
      }
    }
    return of(positive, valid);
  }

  /** The finding for so many positives among so many valid answers. */
  static Finding of(int positive, int valid) {
    if (valid == 0) {
      return new Finding.Withheld(0, Finding.Reason.NO_VALID_ANSWER);
    }
    if (valid < FEWEST) {
      return new Finding.Withheld(valid, Finding.Reason.FEWER_THAN_TEN_VALID_ANSWERS);
    }
    var share = (double) positive / valid;
    var interval = Wilson.of(share, valid);
    var error = Math.sqrt(share * (1 - share) / valid);
    return new Finding.Figure(valid, share, interval.low(), interval.high(), error, valid);
  }

  private static int count(Item item, Option option, List<Cell> cells) {
    return cells.stream().mapToInt(cell -> cell.count(item.key(), option.id())).sum();
  }
}
