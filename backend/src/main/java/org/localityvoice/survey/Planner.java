package org.localityvoice.survey;

import java.util.Optional;

/**
 * How large a change from one wave to the next has to be for the comparison to show it.
 *
 * <p>Two independent proportions, normal approximation, two-sided test: Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions (3rd ed. 2003), §4.2, without continuity correction
 * and with the variance at p in both. Bases are effective ones (Kish, Survey Sampling, 1965, §8.2):
 * answers divided by the design effect of weighting.
 *
 * @param smallestDetectableChange percentage points
 * @param effectiveBase the planned wave's
 * @param designEffect what the target was divided by
 * @param earlierEffectiveBase of the wave it is compared with
 * @param earlierWave empty where there was none, so that both are assumed
 */
record Planner(
    double smallestDetectableChange,
    double effectiveBase,
    double designEffect,
    double earlierEffectiveBase,
    Optional<String> earlierWave) {
  static final double POWER = 0.8;
  static final double LEVEL = 0.05;

  /**
   * Assumed where no wave has shown it. Waves of self-selected adults weighted by age and sex come
   * to 1.1 to 1.5; the cautious end, since a plan that promises too much is the worse mistake.
   */
  static final double ASSUMED_DESIGN_EFFECT = 1.5;

  private static final double Z_LEVEL = 1.959963984540054;
  private static final double Z_POWER = 0.8416212335729143;
  private static final double P = 0.5;
  private static final double PERCENT = 100;

  /** The wave to compare with, from its counts. */
  record Earlier(String wave, double effectiveBase, double designEffect) {}

  static Planner of(int target, Optional<Earlier> earlier) {
    var designEffect = earlier.map(Earlier::designEffect).orElse(ASSUMED_DESIGN_EFFECT);
    var base = target / designEffect;
    var before = earlier.map(Earlier::effectiveBase).orElse(base);
    return new Planner(
        PERCENT * change(P, before, base), base, designEffect, before, earlier.map(Earlier::wave));
  }

  /**
   * The smallest detectable change.
   *
   * @param p the proportion, 0 to 1
   * @param n1 effective base of the one wave, positive
   * @param n2 effective base of the other
   * @return a share, 0 to 1
   */
  static double change(double p, double n1, double n2) {
    return (Z_LEVEL + Z_POWER) * Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
  }
}
