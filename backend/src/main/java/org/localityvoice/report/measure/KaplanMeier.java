package org.localityvoice.report.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The product-limit estimate of how long people wait, which counts those who still wait: each for
 * as long as they have waited so far (E. L. Kaplan and P. Meier, "Nonparametric estimation from
 * incomplete observations", Journal of the American Statistical Association 53, 1958). An average
 * over finished cases alone looks the better the more is left lying.
 */
final class KaplanMeier {
  /**
   * Survival is a product of quotients, so that what ought to be exactly one half may come out a
   * rounding error above it.
   */
  private static final double ROUNDING = 1e-9;

  private final List<Waiting> waits;

  private KaplanMeier(List<Waiting> waits) {
    this.waits = waits;
  }

  static KaplanMeier of(List<Waiting> waits) {
    // An end counts before a wait of the same length that goes on: that one was still at risk.
    return new KaplanMeier(
        waits.stream()
            .sorted(Comparator.comparingLong(Waiting::millis).thenComparing(wait -> !wait.over()))
            .toList());
  }

  /** How many waits there are. */
  int size() {
    return waits.size();
  }

  /** How many of them are over. */
  int over() {
    return (int) waits.stream().filter(Waiting::over).count();
  }

  /**
   * The time within which a share of the waits is over: the smallest time at which no more than the
   * rest still wait.
   *
   * @param share above 0, below 1; 0.5 for the median
   */
  Quantile quantile(double share) {
    var survival = 1.0;
    var next = 0;
    while (next < waits.size()) {
      var millis = waits.get(next).millis();
      var atRisk = waits.size() - next;
      var ends = 0;
      for (; next < waits.size() && waits.get(next).millis() == millis; next++) {
        ends += waits.get(next).over() ? 1 : 0;
      }
      survival *= (double) (atRisk - ends) / atRisk;
      if (ends > 0 && survival <= 1 - share + ROUNDING) {
        return new Quantile.Reached(millis, atRisk);
      }
    }
    return new Quantile.Unknown(
        waits.isEmpty() ? Quantile.Reason.NO_REPORTS : Quantile.Reason.NOT_REACHED);
  }
}
