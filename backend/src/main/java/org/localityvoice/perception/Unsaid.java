package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.localityvoice.estimate.Merge;

/**
 * Where figures by age or sex are planned, those who did not say theirs are weighted with one of
 * the categories: one that is merged already, or else the smallest. They are few and withheld, and
 * so is another category that covers them. With a weight of their own, the effective base would
 * tell how many they are of the two together.
 */
final class Unsaid {
  private final Stratified wave;
  private final List<Merge> merges;
  private final List<String> kept;
  private final List<String> unsaid;

  private Unsaid(Stratified wave, List<Merge> merges, List<String> kept) {
    this.wave = wave;
    this.merges = merges;
    this.kept = kept;
    unsaid = List.copyOf(new TreeSet<>(wave.missing()));
  }

  /**
   * The merges with those who did not say in one of them, for each of some dimensions.
   *
   * @param kept merges of earlier releases, as they are written
   */
  static List<Merge> pooled(
      Stratified wave, List<Merge> merges, List<String> dimensions, List<String> kept) {
    var all = new ArrayList<>(merges);
    var unsaid = new Unsaid(wave, merges, kept);
    for (var dimension : dimensions) {
      if (wave.margins().dimensions().contains(dimension)) {
        var with = unsaid.with(dimension);
        all.removeIf(
            merge ->
                merge.dimension().equals(dimension)
                    && with.categories().containsAll(merge.categories()));
        all.add(with);
      }
    }
    return all;
  }

  /** Whether it puts together more than those who did not say and one category. */
  static boolean joinsCategories(Merge merge, Stratified wave) {
    return merge.categories().stream().filter(one -> !wave.missing().contains(one)).count() > 1;
  }

  private Merge with(String dimension) {
    var classes = classes(dimension);
    var chosen =
        classes.stream()
            .filter(one -> wasKept(dimension, one.get(0)))
            .findFirst()
            .or(() -> classes.stream().filter(one -> one.size() > 1).findFirst())
            .orElseGet(
                () ->
                    classes.stream()
                        .min(Comparator.comparingLong(one -> answers(dimension, one)))
                        .orElseThrow());
    var categories = new ArrayList<>(chosen);
    categories.addAll(unsaid);
    return new Merge(dimension, categories);
  }

  private List<List<String>> classes(String dimension) {
    var classes = new ArrayList<List<String>>();
    for (var category : wave.margins().of(dimension).keySet()) {
      var merged =
          merges.stream()
              .filter(merge -> merge.dimension().equals(dimension))
              .map(Merge::categories)
              .filter(some -> some.contains(category))
              .findFirst()
              .orElse(List.of(category));
      if (!classes.contains(merged)) {
        classes.add(merged);
      }
    }
    return classes;
  }

  private boolean wasKept(String dimension, String first) {
    return kept.stream()
        .filter(text -> text.endsWith("+" + unsaid.get(unsaid.size() - 1)))
        .anyMatch(text -> text.startsWith(dimension + ":" + first + "+"));
  }

  private long answers(String dimension, List<String> categories) {
    return wave.cells().stream()
        .filter(cell -> categories.contains(cell.strata().getOrDefault(dimension, "")))
        .mapToLong(cell -> cell.n())
        .sum();
  }
}
