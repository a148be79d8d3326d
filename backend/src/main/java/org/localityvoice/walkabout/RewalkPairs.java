package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.walkabout.grading.WeightedKappa.Pair;

/**
 * What a blind re-walk and the walkabout that it repeats say of the same transects, where each has
 * a grade that counts. Pure; tells of no grader.
 *
 * @param sameGrader pairs left out, since one person gave both: that is memory and not agreement
 * @param elements pairs by element
 */
public record RewalkPairs(int sameGrader, Map<String, List<Pair>> elements) {
  /** Finds them. */
  public static RewalkPairs of(Walkabout first, Walkabout rewalk, Instant now) {
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
    return new RewalkPairs(same, pairs);
  }

  /** Those of every element. */
  List<Pair> all() {
    return elements.values().stream().flatMap(List::stream).toList();
  }
}
