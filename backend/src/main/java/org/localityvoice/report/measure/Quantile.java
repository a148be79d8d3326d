package org.localityvoice.report.measure;

import java.util.Locale;

/** A time within which a share of the waits is over, or why there is none. */
sealed interface Quantile {
  /**
   * The time.
   *
   * @param atRisk how many had waited as long as that, over or not: what the time rests on
   */
  record Reached(long millis, int atRisk) implements Quantile {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** In hours, to one decimal. */
    double hours() {
      return Math.round(millis / MILLIS_PER_HOUR * 10) / 10.0;
    }

    /** In whole hours, for what leaves the partnership. */
    double wholeHours() {
      return Math.round(millis / MILLIS_PER_HOUR);
    }
  }

  /** There is no such time. */
  record Unknown(Reason reason) implements Quantile {}

  /** Why there is no time. */
  enum Reason {
    /** Nobody has waited. */
    NO_REPORTS,
    /** Too many still wait for anybody to know. */
    NOT_REACHED;

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
