package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.walkabout.grading.WeightedKappa;

/**
 * How far a blind re-walk agrees with the walkabout that it repeats. Pure; tells of no grader.
 *
 * @param sameGrader pairs left out, since one person gave both: that is memory and not agreement
 * @param all over all elements
 * @param elements each by itself, by id
 */
record Agreement(
    String walkabout,
    String rewalkOf,
    int sameGrader,
    WeightedKappa all,
    Map<String, WeightedKappa> elements) {

  /** Works it out. */
  static Agreement of(Walkabout first, Walkabout rewalk, Instant now) {
    var pairs = RewalkPairs.of(first, rewalk, now);
    var elements = new TreeMap<String, WeightedKappa>();
    pairs.elements().forEach((element, some) -> elements.put(element, WeightedKappa.of(some)));
    return new Agreement(
        rewalk.id(), first.id(), pairs.sameGrader(), WeightedKappa.of(pairs.all()), elements);
  }
}
