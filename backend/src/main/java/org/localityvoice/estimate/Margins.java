package org.localityvoice.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many adults there are in each category of each dimension. Dimensions are raked in the order
 * of their names, so that the file they came from does not matter.
 *
 * @param populations adults by dimension and category, 0 or more; each dimension has some
 */
public record Margins(Map<String, Map<String, Double>> populations) {
  public Margins {
    var copy = new TreeMap<String, Map<String, Double>>();
    populations.forEach(
        (dimension, categories) ->
            copy.put(dimension, Collections.unmodifiableMap(new LinkedHashMap<>(categories))));
    populations = Collections.unmodifiableMap(copy);
  }

  /** The dimensions, in the order of their names. */
  public List<String> dimensions() {
    return List.copyOf(populations.keySet());
  }

  /** The categories of a dimension with their adults, in the order they were given in. */
  public Map<String, Double> of(String dimension) {
    return populations.getOrDefault(dimension, Map.of());
  }

  /** All adults; where margins disagree, as they do in practice, the largest of their sums. */
  public double adults() {
    return populations.keySet().stream().mapToDouble(this::sum).max().orElse(0);
  }

  /** The sum of one margin. */
  public double sum(String dimension) {
    var sum = 0.0;
    for (var adults : of(dimension).values()) {
      sum += adults;
    }
    return sum;
  }

  /** The margins with merged categories in place of those they consist of. */
  public Margins merged(List<Merge> merges) {
    var all = new TreeMap<String, Map<String, Double>>();
    populations.forEach(
        (dimension, categories) -> {
          var names = Merge.names(dimension, merges);
          var sums = new LinkedHashMap<String, Double>();
          categories.forEach(
              (category, adults) ->
                  sums.merge(names.getOrDefault(category, category), adults, Double::sum));
          all.put(dimension, sums);
        });
    return new Margins(all);
  }
}
