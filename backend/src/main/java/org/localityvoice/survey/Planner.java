package org.localityvoice.survey;

import java.util.Optional;
import org.localityvoice.estimate.Change;

/**
 * How large a change from one wave to the next has to be for the comparison to show it.
 *
 * <p>By {@link Change#smallestDetectable}. Bases are effective ones (Kish, Survey Sampling, 1965,
 * §8.2): answers divided by the design effect of weighting.
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

  private static final double P = 0.5;
  private static final double PERCENT = 100;

  /** The wave to compare with, from its counts. */
  record Earlier(String wave, double effectiveBase, double designEffect) {}

  static Planner of(int target, Optional<Earlier> earlier) {
    var designEffect = earlier.map(Earlier::designEffect).orElse(ASSUMED_DESIGN_EFFECT);
    var base = target / designEffect;
    var before = earlier.map(Earlier::effectiveBase).orElse(base);
    return new Planner(
        PERCENT * Change.smallestDetectable(P, before, base),
        base,
        designEffect,
        before,
        earlier.map(Earlier::wave));
  }
}
