package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts all reports anew and tells where the counters differ. Changes nothing. */
final class CounterCheck {
  private static final int MOST = 50;

  private final CounterStore store;

  CounterCheck(CounterStore store) {
    this.store = store;
  }

  /**
   * Differences, each a plain sentence; empty when all is well. A batch that is being counted at
   * this moment shows as one.
   */
  Future<List<String>> differences() {
    var found = new ArrayList<String>();
    var rebuilt = new Tallies();
    var stored = new HashMap<String, Map<String, Integer>>();
    return store
        .eachReport(report -> count(report, rebuilt, found))
        .compose(
            counted ->
                store.eachCounter(
                    counter -> {
                      var counts = Tallies.withoutZeros(counter.counts());
                      if (!counts.isEmpty()) {
                        stored.put(counter.id(), counts);
                      }
                    }))
        .map(
            read -> {
              compare(rebuilt.sums(), stored, found);
              return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
            });
  }

  private static void count(CountedRow report, Tallies rebuilt, List<String> found) {
    var counted = report.counted();
    if (counted != null) {
      rebuilt.add(counted.facets(), 1);
    }
    if (report.uncountedSince() == null
        && (counted == null || !counted.facets().equals(Facets.of(report)))) {
      found.add("report " + report.id() + " is not counted as what it is, and does not wait to be");
    }
  }

  private static void compare(
      Map<String, Map<String, Integer>> rebuilt,
      Map<String, Map<String, Integer>> stored,
      List<String> found) {
    var ids = new TreeSet<>(rebuilt.keySet());
    ids.addAll(stored.keySet());
    for (var id : ids) {
      if (!rebuilt.getOrDefault(id, Map.of()).equals(stored.getOrDefault(id, Map.of()))) {
        found.add("counter " + id + " does not hold what the reports add up to");
      }
    }
  }
}
