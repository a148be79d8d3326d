package org.localityvoice.perception.estimate;

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
   * The smallest change that two waves would show, with 80 % power at 5 %, near a share of one
   * half.
   *
   * @param effectiveBase of either wave
   * @return a difference of shares: 0.16 at 150, 0.10 at 400
   */
  public static double smallestDetectable(double effectiveBase) {
    return 2.8 * Math.sqrt(0.5 / effectiveBase);
  }
}
