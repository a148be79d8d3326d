package org.localityvoice.walkabout.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.walkabout.grading.WeightedKappa;
import org.localityvoice.walkabout.grading.WeightedKappa.Pair;

/**
 * How far blind re-walks agree with what they repeat, over several of them. Pure; tells of no
 * grader.
 *
 * @param rewalks that ended
 * @param sameGrader pairs left out, since one person gave both
 * @param all over all elements
 * @param elements each by itself, by id
 */
record Agreements(
    int rewalks, int sameGrader, WeightedKappa all, Map<String, WeightedKappa> elements) {

  static Agreements of(List<WalkTally> tallies) {
    var rewalks = tallies.stream().filter(WalkTally::rewalk).toList();
    var pairs = new TreeMap<String, List<Pair>>();
    for (var rewalk : rewalks) {
      for (var some : rewalk.pairs()) {
        pairs.computeIfAbsent(some.element(), any -> new ArrayList<>()).addAll(read(some.marks()));
      }
    }
    var elements = new TreeMap<String, WeightedKappa>();
    pairs.forEach((element, some) -> elements.put(element, WeightedKappa.of(some)));
    return new Agreements(
        rewalks.size(),
        rewalks.stream().mapToInt(WalkTally::sameGrader).sum(),
        WeightedKappa.of(pairs.values().stream().flatMap(List::stream).toList()),
        elements);
  }

  private static List<Pair> read(String marks) {
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i + 1 < marks.length(); i += 2) {
      pairs.add(
          new Pair(
              Marks.grade(marks.charAt(i)).orElseThrow(),
              Marks.grade(marks.charAt(i + 1)).orElseThrow()));
    }
    return pairs;
  }
}
