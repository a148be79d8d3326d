package org.localityvoice.estimate;

/**
 * How a share differs between two waves of the same series, margins and merges. Waves are taken as
 * independent: answers cannot be linked, so the covariance cannot be known. Where the same people
 * answered both, the interval is too wide rather than too narrow.
 *
 * @param difference the later share minus the earlier one
 * @param standardError of the difference
 * @param interval Newcombe's, from the two intervals on effective bases
 */
public record Change(double difference, double standardError, Interval interval) {
  /** The normal deviate of 80 %. */
  private static final double POWER = 0.8416212335729143;

  /** What can be said of it. */
  public enum Verdict {
    UP,
    DOWN,
    NO_CLEAR_CHANGE;

    /** As it is written: {@code no_clear_change}. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The change from one wave to another. */
  public static Change between(Proportion earlier, Proportion later) {
    return new Change(
        later.estimate() - earlier.estimate(),
        Math.sqrt(earlier.variance() + later.variance()),
        Interval.newcombe(
            earlier.estimate(), earlier.interval(), later.estimate(), later.interval()));
  }

  /** Up or down only where the interval leaves 0 out. */
  public Verdict verdict() {
    if (interval.low() > 0) {
      return Verdict.UP;
    }
    return interval.high() < 0 ? Verdict.DOWN : Verdict.NO_CLEAR_CHANGE;
  }

  /**
   * The smallest change that a comparison would show: two independent proportions, normal
   * approximation, two-sided test at 5 % with 80 % power, without continuity correction and with
   * the variance at p in both (Fleiss, Levin and Paik, Statistical Methods for Rates and
   * Proportions, 3rd ed. 2003, §4.2).
   *
   * @param p the share, 0 to 1
   * @param earlier effective base of the one wave, positive
   * @param later effective base of the other
   * @return a difference of shares: at one half 0.16 for bases of 150, 0.10 for 400
   */
  public static double smallestDetectable(double p, double earlier, double later) {
    return (Interval.Z + POWER) * Math.sqrt(p * (1 - p) * (1 / earlier + 1 / later));
  }
}
