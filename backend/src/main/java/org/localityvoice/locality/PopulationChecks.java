package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The population table is whole: each combination of age band and sex once, no empty margin. */
final class PopulationChecks {
  private static final List<String> MARGINS = List.of("ageBand", "sex");

  private PopulationChecks() {}

  static List<Fault> check(String pointer, JsonNode cells) {
    var faults = new ArrayList<Fault>();
    var places = new HashMap<List<String>, Integer>();
    Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
    MARGINS.forEach(margin -> sums.put(margin, new LinkedHashMap<>()));
    for (var i = 0; i < cells.size(); i++) {
      var cell = cells.path(i);
      var first = places.putIfAbsent(key(cell), i);
      if (first != null) {
        faults.add(Fault.at(pointer + "/" + i, "repeats the age band and sex of entry " + first));
      }
      sums.forEach(
          (margin, sum) ->
              sum.merge(cell.path(margin).asText(), cell.path("adults").asLong(), Long::sum));
    }
    faults.addAll(missing(pointer, places, sums));
    sums.forEach((margin, sum) -> faults.addAll(empty(pointer, margin, sum)));
    return faults;
  }

  private static List<String> key(JsonNode cell) {
    return MARGINS.stream().map(margin -> cell.path(margin).asText()).toList();
  }

  private static List<Fault> missing(
      String pointer, Map<List<String>, Integer> places, Map<String, Map<String, Long>> sums) {
    var bands = sums.getOrDefault("ageBand", Map.of()).keySet();
    var sexes = sums.getOrDefault("sex", Map.of()).keySet();
    return bands.stream()
        .flatMap(band -> sexes.stream().map(sex -> List.of(band, sex)))
        .filter(key -> !places.containsKey(key))
        .map(
            key ->
                Fault.at(
                    pointer, "lack the age band " + key.get(0) + " with the sex " + key.get(1)))
        .toList();
  }

  /** Nobody can be weighted to a share of nothing. */
  private static List<Fault> empty(String pointer, String margin, Map<String, Long> sums) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() == 0)
        .map(sum -> Fault.at(pointer, "have no adults with the " + margin + " " + sum.getKey()))
        .toList();
  }
}
