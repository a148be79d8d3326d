package org.localityvoice.pmf.adverse;

import org.localityvoice.estimate.Interval;

/**
 * The p-value that goes with a difference and its 95 % interval, where only these are published (D.
 * G. Altman and J. M. Bland, "How to obtain the P value from a confidence interval", BMJ 343, 2011,
 * d2304): the interval's width gives the standard error, and the difference over it is taken as
 * standard normal. Newcombe's interval is not quite symmetric, so this is an approximation; it
 * serves to rank measures, the verdict itself stays that of the interval.
 */
final class PFromInterval {
  private PFromInterval() {}

  /**
   * The two-sided p-value.
   *
   * @return 0 to 1; 1 where the interval has no width and the difference is 0, else 0 there
   */
  static double of(double difference, double low, double high) {
    var error = (high - low) / (2 * Interval.Z);
    if (error <= 0) {
      return difference == 0 ? 1 : 0;
    }
    return Math.min(1, errorFunctionComplement(Math.abs(difference) / error / Math.sqrt(2)));
  }

  /**
   * erfc(x) for x of at least 0, with an error below 1.5e-7 (M. Abramowitz and I. A. Stegun,
   * "Handbook of Mathematical Functions", 1964, formula 7.1.26).
   */
  private static double errorFunctionComplement(double x) {
    var t = 1 / (1 + 0.3275911 * x);
    var sum =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return sum * Math.exp(-x * x);
  }
}
