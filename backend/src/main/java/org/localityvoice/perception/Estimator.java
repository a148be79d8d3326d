package org.localityvoice.perception;

import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Counts;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.estimate.Status;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;
import org.localityvoice.perception.disclosure.Count;
import org.localityvoice.perception.disclosure.Primary;
import org.localityvoice.perception.disclosure.Rules;
import org.localityvoice.perception.disclosure.Weighing;
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

  /**
   * Whether so few answered a wave that nothing of it is told: neither which categories are merged
   * or lack answers, since that is who they were, nor which questions they left out.
   */
  static boolean fewIn(List<Cell> cells) {
    return cells.stream().mapToLong(Cell::n).sum() < FEWEST;
  }

  /** The finding for a measured item over all cells of a wave. */
  static Finding estimate(Item item, Measure measure, Weighed wave) {
    if (fewIn(wave.cells()) && wave.cells().stream().anyMatch(cell -> cell.n() > 0)) {
      return tooFew();
    }
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
    return share
        .map(figure -> judged(figure, counts, (Weights) wave.weights()))
        .orElseGet(Estimator::tooFew);
  }

  private static Finding judged(Proportion share, List<Counts> counts, Weights weights) {
    if (share.effectiveBase() < FEWEST) {
      return new Finding.Withheld("SUPPRESSED", "EFFECTIVE_BASE_BELOW_TEN");
    }
    var positive = counts.stream().mapToLong(Counts::positive).sum();
    var count = new Count((int) positive, (int) (share.nValid() - positive));
    var weighing = weighing(weights, counts);
    return GroupFigure.reason(count, weighing, Primary.of(count, weighing, Rules.STANDARD))
        .<Finding>map(reason -> new Finding.Withheld("SUPPRESSED", reason))
        .orElseGet(() -> new Finding.Figure(share));
  }

  /** What the weights do to the base of those who gave these answers. */
  static Weighing weighing(Weights weights, List<Counts> counts) {
    var sum = 0.0;
    var squares = 0.0;
    var heaviest = new double[2];
    for (var h = 0; h < counts.size(); h++) {
      var w = weights.weights().get(h);
      var n = counts.get(h).valid();
      sum += w * n;
      squares += w * w * n;
      for (var i = 0; i < Math.min(2, n); i++) {
        var lighter = heaviest[0] <= heaviest[1] ? 0 : 1;
        heaviest[lighter] = Math.max(heaviest[lighter], w);
      }
    }
    return sum == 0
        ? Weighing.equal(0)
        : new Weighing(sum * sum / squares, (heaviest[0] + heaviest[1]) / sum);
  }

  private static Finding tooFew() {
    return new Finding.Withheld("SUPPRESSED", "FEWER_THAN_TEN_VALID_ANSWERS");
  }

  static Counts counts(Item item, Measure measure, Cell cell) {
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
