package org.localityvoice.walkabout.measure;

import java.util.Optional;
import org.localityvoice.estimate.Rounding;

/**
 * A share of findings. Pure.
 *
 * @param number of those that it is about
 * @param base among so many
 */
record Share(int number, int base) {
  /** Of fewer findings nothing is told. */
  static final int FEWEST = 5;

  /** Why there is none, in the word of the contract. */
  static final String WITHHELD = "too-few-findings";

  static final Share NONE = new Share(0, 0);

  private static final double ALL = 100;

  /** With another one added. */
  Share and(Share other) {
    return new Share(number + other.number, base + other.base);
  }

  /** Whether it may be told. */
  boolean told() {
    return base >= FEWEST;
  }

  /** In per cent, to one decimal; empty for too few. */
  Optional<Double> percent() {
    return told() ? Optional.of(Rounding.to(number * ALL / base, 1)) : Optional.empty();
  }
}
