package org.localityvoice.pmf.lens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Three ways to look at a locality, side by side: what people feel, what they report, and what
 * wardens see. Where they disagree, that is a question to ask and no answer: none of them is taken
 * for the cause of another, or for the truth.
 *
 * @param felt whether people feel a problem; empty where that is not known
 * @param reported whether many problems are reported
 * @param seen whether wardens see a problem
 */
record Lenses(Optional<Boolean> felt, Optional<Boolean> reported, Optional<Boolean> seen) {
  /** A kind of problem is felt where certainly fewer than so many in 100 say that it is none. */
  static final int FELT_BELOW = 50;

  /** Many are reported where there are so many in a quarter for each 1,000 adults. */
  static final double REPORTED_FROM = 10;

  /** Wardens see a problem where the index is below this. */
  static final double SEEN_BELOW = 60;

  /**
   * Whether there is a problem of any kind: that one is there is known from one figure, that none
   * is there only where every figure is known.
   */
  static Optional<Boolean> any(List<Optional<Boolean>> problems) {
    if (problems.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return problems.isEmpty() || problems.contains(Optional.<Boolean>empty())
        ? Optional.empty()
        : Optional.of(false);
  }

  /** How the lenses stand to each other. */
  enum Picture {
    FELT_NOT_REPORTED,
    REPORTED_NOT_FELT,
    SEEN_BY_WARDENS_ONLY,
    ALL_AGREE,
    /** Felt and reported, but not seen: a disagreement without a name. */
    NOT_SEEN,
    /** What is felt or what is reported is not known. */
    NOT_ENOUGH;

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What the three come to; the walkabout may be missing, the other two are compared then. */
  Picture picture() {
    if (felt.isEmpty() || reported.isEmpty()) {
      return Picture.NOT_ENOUGH;
    }
    if (!felt.equals(reported)) {
      return felt.get() ? Picture.FELT_NOT_REPORTED : Picture.REPORTED_NOT_FELT;
    }
    if (seen.isEmpty() || seen.equals(felt)) {
      return Picture.ALL_AGREE;
    }
    return seen.get() ? Picture.SEEN_BY_WARDENS_ONLY : Picture.NOT_SEEN;
  }
}
