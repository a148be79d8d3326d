package org.localityvoice.estimate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Categories of a dimension that are taken as one, in every wave that is compared.
 *
 * @param categories two or more, as the margins name them
 */
public record Merge(String dimension, List<String> categories) {
  public Merge {
    categories = List.copyOf(categories);
  }

  /** The category they become: {@code 16-34+35-49}. */
  public String name() {
    return String.join("+", categories);
  }

  /** How it is written: {@code age_band:16-34+35-49}. */
  public String text() {
    return dimension + ":" + name();
  }

  /** What each merged category of a dimension becomes. */
  public static Map<String, String> names(String dimension, List<Merge> merges) {
    var names = new TreeMap<String, String>();
    merges.stream()
        .filter(merge -> merge.dimension().equals(dimension))
        .forEach(
            merge -> merge.categories().forEach(category -> names.put(category, merge.name())));
    return names;
  }
}
