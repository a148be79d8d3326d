package org.localityvoice.survey;

import java.util.List;

/**
 * What was decided about a wave before anybody was asked.
 *
 * @param graceDays days after the last one on which late answers and paper forms are still taken
 * @param modes how the wave may be answered
 * @param target answers aimed at
 * @param breakdowns strata that figures will be published by, besides those for everybody
 * @param madeOf digest of the request that planned the wave, by which a retry of it is known
 */
public record WavePlan(
    int graceDays, List<String> modes, int target, List<String> breakdowns, String madeOf) {
  public WavePlan {
    modes = List.copyOf(modes);
    breakdowns = List.copyOf(breakdowns);
  }
}
