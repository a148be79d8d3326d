package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.walkabout.grading.WeightedKappa;
import org.localityvoice.walkabout.grading.WeightedKappa.Pair;

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
    var earlier = first.noted().opinions(now);
    var pairs = new TreeMap<String, List<Pair>>();
    var same = 0;
    for (var again : rewalk.noted().opinions(now)) {
      for (var before : earlier) {
        if (!before.transect().equals(again.transect())
            || !before.element().equals(again.element())
            || before.counting().isEmpty()
            || again.counting().isEmpty()) {
          continue;
        }
        var one = before.counting().get();
        var two = again.counting().get();
        if (one.by().equals(two.by())) {
          same++;
        } else {
          pairs
              .computeIfAbsent(again.element(), any -> new ArrayList<>())
              .add(new Pair(one.grade(), two.grade()));
        }
      }
    }
    var elements = new TreeMap<String, WeightedKappa>();
    pairs.forEach((element, some) -> elements.put(element, WeightedKappa.of(some)));
    var all = pairs.values().stream().flatMap(List::stream).toList();
    return new Agreement(rewalk.id(), first.id(), same, WeightedKappa.of(all), elements);
  }
}
