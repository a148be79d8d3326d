package org.localityvoice.perception;

/** What an estimator says of one measure: a figure, or why there is none. */
sealed interface Finding {
  /** How many answers are inside the base. */
  int base();

  /**
   * A share with its interval, all from 0 to 1.
   *
   * @param effectiveBase base after what weighting costs; the base itself where nothing is weighted
   * @param standardError of the share
   */
  record Figure(
      int base, double share, double low, double high, double standardError, double effectiveBase)
      implements Finding {}

  /** No figure leaves, and this is why. */
  record Withheld(int base, Reason reason) implements Finding {}

  /** Why a figure is withheld. */
  enum Reason {
    /** Nobody gave an answer that counts. */
    NO_VALID_ANSWER,
    /** So few that a share would say something about persons. */
    FEWER_THAN_TEN_VALID_ANSWERS
  }
}
