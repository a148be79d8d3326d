package org.localityvoice.survey;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rebuilds cells from the answers and tells where the stored cells differ. Changes nothing. */
final class CellCheck {
  private final WaveStore waves;
  private final ResponseStore responses;
  private final CellStore cells;

  CellCheck(WaveStore waves, ResponseStore responses, CellStore cells) {
    this.waves = waves;
    this.responses = responses;
    this.cells = cells;
  }

  /** Differences of all waves, each a plain sentence; empty when all is well. */
  Future<List<String>> differences() {
    var found = new ArrayList<String>();
    return waves.all().compose(all -> eachInTurn(all, found)).map(done -> List.copyOf(found));
  }

  private Future<Void> eachInTurn(List<Wave> left, List<String> found) {
    return left.isEmpty()
        ? Future.succeededFuture()
        : differences(left.get(0).id())
            .compose(
                differences -> {
                  found.addAll(differences);
                  return eachInTurn(left.subList(1, left.size()), found);
                });
  }

  /** Differences of one wave. A batch that is being folded at this moment shows as one. */
  Future<List<String>> differences(String wave) {
    var rebuilt = new Tally();
    return responses
        .eachCounted(wave, rebuilt::add)
        .compose(counted -> cells.of(wave))
        .map(stored -> compare(rebuilt, stored));
  }

  private static List<String> compare(Tally rebuilt, List<Cell> stored) {
    Map<String, Cell> byKey = new HashMap<>();
    stored.forEach(cell -> byKey.put(cell.id(), cell));
    var keys = new TreeSet<>(rebuilt.cells());
    keys.addAll(byKey.keySet());
    var differences = new ArrayList<String>();
    for (var key : keys) {
      var cell = byKey.get(key);
      Map<String, Integer> counters = cell == null ? Map.of() : Tally.counters(cell);
      if (!counters.equals(rebuilt.counters(key))) {
        differences.add("cell " + key + " does not hold what the answers add up to");
      }
    }
    return differences;
  }
}
