package org.localityvoice.perception;

import java.util.Optional;
import org.localityvoice.perception.estimate.Counts;
import org.localityvoice.perception.estimate.Proportion;
import org.localityvoice.perception.estimate.Status;
import org.localityvoice.perception.estimate.Weighting.Refused;
import org.localityvoice.perception.estimate.Weighting.Weights;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Questionnaire.Item;

/**
 * Estimates a measure from weighted cells: the share of the positive options among the answers
 * inside the base. It speaks for those who did not answer only as far as they are like those of
 * their age and sex who did.
 */
final class Estimator {
  static final String ID = "perception-estimator";
  static final String VERSION = "1.0.0";
  static final String INTERVAL = "wilson-kish-95";
  static final String CHANGE = "newcombe-kish";

  /**
   * Below this many valid answers, counted or effective, nothing leaves (small numbers rule, as ONS
   * research services).
   */
  static final int FEWEST = 10;

  private Estimator() {}

  /** The finding for a measured item over all cells of a wave. */
  static Finding estimate(Item item, Measure measure, Weighed wave) {
    if (wave.weights() instanceof Refused refused) {
      return refused.status() == Status.NO_BASE
          ? new Finding.Withheld(Status.NO_BASE.name(), "NO_VALID_ANSWER")
          : new Finding.Withheld(
              refused.status().name(), refused.place().orElse(refused.status().name()));
    }
    var counts = wave.cells().stream().map(cell -> counts(item, measure, cell)).toList();
    var valid = counts.stream().mapToLong(Counts::valid).sum();
    if (valid == 0) {
      return new Finding.Withheld(Status.NO_BASE.name(), "NO_VALID_ANSWER");
    }
    var share =
        valid < FEWEST
            ? Optional.<Proportion>empty()
            : Proportion.of((Weights) wave.weights(), counts);
    return share.map(Estimator::judged).orElseGet(Estimator::tooFew);
  }

  private static Finding judged(Proportion share) {
    return share.effectiveBase() < FEWEST
        ? new Finding.Withheld("SUPPRESSED", "EFFECTIVE_BASE_BELOW_TEN")
        : new Finding.Figure(share);
  }

  private static Finding tooFew() {
    return new Finding.Withheld("SUPPRESSED", "FEWER_THAN_TEN_VALID_ANSWERS");
  }

  private static Counts counts(Item item, Measure measure, Cell cell) {
    var positive = 0L;
    var other = 0L;
    for (var option : item.options()) {
      if (!option.outsideBase()) {
        var count = cell.count(item.key(), option.id());
        if (measure.positive().contains(option.id())) {
          positive += count;
        } else {
          other += count;
        }
      }
    }
    return new Counts(positive, other);
  }
}
