package org.localityvoice.survey;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Counts responses, cell by cell. */
final class Tally {
  private final Map<String, Map<String, String>> strata = new TreeMap<>();
  private final Map<String, Map<String, Integer>> counters = new TreeMap<>();

  /** The counts of a batch. */
  static Tally of(Collection<Response> responses) {
    var tally = new Tally();
    responses.forEach(tally::add);
    return tally;
  }

  /** Counts one more. */
  void add(Response response) {
    var cell = Cell.key(response.wave(), response.strata());
    strata.putIfAbsent(cell, response.strata());
    var counts = counters.computeIfAbsent(cell, fresh -> new TreeMap<>());
    counts.merge("n", 1, Integer::sum);
    counts.merge("modes." + response.mode(), 1, Integer::sum);
    counts.merge("languages." + response.language(), 1, Integer::sum);
    response
        .answers()
        .forEach((item, option) -> counts.merge("counts." + item + "." + option, 1, Integer::sum));
  }

  /** Keys of the cells touched, in order. */
  Collection<String> cells() {
    return strata.keySet();
  }

  Map<String, String> strata(String cell) {
    return strata.getOrDefault(cell, Map.of());
  }

  /** Additions to a cell by the path of the counter in its document. */
  Map<String, Integer> counters(String cell) {
    return counters.getOrDefault(cell, Map.of());
  }

  /** The counters of a stored cell in the same form, to compare. */
  static Map<String, Integer> counters(Cell cell) {
    var counts = new TreeMap<String, Integer>();
    counts.put("n", cell.n());
    cell.modes().forEach((mode, n) -> counts.put("modes." + mode, n));
    cell.languages().forEach((language, n) -> counts.put("languages." + language, n));
    cell.counts()
        .forEach(
            (item, options) ->
                options.forEach((option, n) -> counts.put("counts." + item + "." + option, n)));
    return counts;
  }
}
