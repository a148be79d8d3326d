package org.localityvoice.estimate;

import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Weighting.Weights;

/**
 * A weighted share among the valid answers to one question.
 *
 * @param nValid respondents inside the base
 * @param estimate the share, 0 to 1
 * @param variance linearised, with the weights taken as given; what {@code svymean} of R's survey
 *     package gives for a design without clusters, the question being a domain of the wave
 * @param effectiveBase Kish's: how many unweighted answers would say as much (L. Kish, "Survey
 *     Sampling", 1965, section 11.7)
 */
public record Proportion(long nValid, double estimate, double variance, double effectiveBase) {
  /** Below this many, counted or effective, a share is given with a warning. */
  public static final int RELIABLE = 30;

  /**
   * The estimate of a question.
   *
   * @param counts one for each group of the weights, in their order
   * @return empty where there are fewer than two valid answers ({@link Status#NO_BASE})
   */
  public static Optional<Proportion> of(Weights weights, List<Counts> counts) {
    var nValid = 0L;
    var sum = 0.0;
    var positive = 0.0;
    var squares = 0.0;
    for (var h = 0; h < counts.size(); h++) {
      var w = weights.weights().get(h);
      nValid += counts.get(h).valid();
      sum += w * counts.get(h).valid();
      positive += w * counts.get(h).positive();
      squares += w * w * counts.get(h).valid();
    }
    if (nValid < 2) {
      return Optional.empty();
    }
    var p = positive / sum;
    var spread = 0.0;
    for (var h = 0; h < counts.size(); h++) {
      var w = weights.weights().get(h);
      spread +=
          w * w * (counts.get(h).positive() * (1 - p) * (1 - p) + counts.get(h).other() * p * p);
    }
    var n = (double) weights.n();
    return Optional.of(
        new Proportion(nValid, p, n / (n - 1) * spread / (sum * sum), sum * sum / squares));
  }

  /** The standard error; 0 where all answers are alike, which does not mean certainty. */
  public double standardError() {
    return Math.sqrt(variance);
  }

  /** By how much weighting widens: valid answers over the effective base. */
  public double designEffect() {
    return nValid / effectiveBase;
  }

  /** The headline interval: Wilson's on Kish's effective base. */
  public Interval interval() {
    return Interval.wilson(estimate, effectiveBase);
  }

  /** Whether so few speak that a reader must be warned. */
  public boolean lowReliability() {
    return nValid < RELIABLE || effectiveBase < RELIABLE;
  }
}
