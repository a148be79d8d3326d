package org.localityvoice.perception;

/**
 * The Wilson score interval for a proportion (E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22, 1927), at 95 %.
 */
final class Wilson {
  /** The 97.5th percentile of the standard normal distribution. */
  static final double Z = 1.959964;

  private Wilson() {}

  /**
   * The interval around p on a base of n.
   *
   * @param p share, 0 to 1
   * @param n base, or effective base, above 0
   * @return bounds within 0 to 1; exactly 0 at p = 0 and exactly 1 at p = 1
   */
  static Interval of(double p, double n) {
    var z2 = Z * Z;
    var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    var half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return new Interval(p == 0 ? 0 : centre - half, p == 1 ? 1 : centre + half);
  }

  /** Bounds of a share, 0 to 1. */
  record Interval(double low, double high) {}
}
