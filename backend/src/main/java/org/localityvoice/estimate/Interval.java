package org.localityvoice.estimate;

/** Bounds of a share, 0 to 1, or of a difference, -1 to 1. */
public record Interval(double low, double high) {
  /** The 97.5th percentile of the standard normal distribution. */
  public static final double Z = 1.959964;

  /**
   * The Wilson score interval around a share (E. B. Wilson, "Probable inference, the law of
   * succession, and statistical inference", JASA 22, 1927), at 95 %.
   *
   * @param p share, 0 to 1
   * @param n base, or Kish's effective base, above 0
   * @return bounds within 0 to 1 that hold the share; exactly 0 at p = 0 and exactly 1 at p = 1
   */
  public static Interval wilson(double p, double n) {
    var z2 = Z * Z;
    var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    var half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    // Rounding may leave a bound a hair outside of what it cannot leave.
    return new Interval(
        p == 0 ? 0 : Math.max(0, Math.min(p, centre - half)),
        p == 1 ? 1 : Math.min(1, Math.max(p, centre + half)));
  }

  /**
   * Newcombe's interval around a difference of two independent shares, from the Wilson interval of
   * each (R. G. Newcombe, "Interval estimation for the difference between independent proportions:
   * comparison of eleven methods", Statistics in Medicine 17, 1998, method 10).
   *
   * @return around {@code p2 - p1}; good also where a share is 0 or 1
   */
  public static Interval newcombe(double p1, Interval first, double p2, Interval second) {
    var difference = p2 - p1;
    return new Interval(
        Math.max(-1, difference - hypotenuse(p2 - second.low(), first.high() - p1)),
        Math.min(1, difference + hypotenuse(second.high() - p2, p1 - first.low())));
  }

  // Not Math.hypot: only square roots are the same to the last bit everywhere.
  private static double hypotenuse(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
