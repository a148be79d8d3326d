package org.localityvoice.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sums of what reports count for, by counter and by key within it. Pure arithmetic. */
final class Tallies {
  private final Map<String, Map<String, Integer>> sums = new TreeMap<>();

  /** What a batch changes. */
  static Tallies of(Collection<Recount> batch) {
    var tallies = new Tallies();
    for (var report : batch) {
      if (report.from() != null) {
        tallies.add(report.from(), -1);
      }
      tallies.add(report.to(), 1);
    }
    return tallies;
  }

  /** Adds a report so many times. */
  void add(Facets facets, int times) {
    add(counter(facets.locality(), facets.confidential()), Cell.of(facets).key(), times);
    facets
        .look()
        .ifPresent(
            look ->
                facets.boxes().forEach(box -> add(box, square(facets.category(), look), times)));
  }

  private void add(String counter, String key, int times) {
    sums.computeIfAbsent(counter, any -> new TreeMap<>()).merge(key, times, Integer::sum);
  }

  /** By counter and key; without sums of 0. */
  Map<String, Map<String, Integer>> sums() {
    var changed = new TreeMap<String, Map<String, Integer>>();
    sums.forEach(
        (counter, keys) -> {
          var some = withoutZeros(keys);
          if (!some.isEmpty()) {
            changed.put(counter, some);
          }
        });
    return changed;
  }

  /** The counts that are not 0. */
  static Map<String, Integer> withoutZeros(Map<String, Integer> counts) {
    var some = new TreeMap<>(counts);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  /** The id of a locality's counter. */
  static String counter(String locality, boolean confidential) {
    return (confidential ? "c/" : "l/") + locality;
  }

  /** The key within a square's counter. */
  static String square(String category, Facets.Look look) {
    return category + "|" + look.name().toLowerCase(Locale.ROOT);
  }

  /** The key's look when it is of one of the categories; an empty list means of any. */
  static Optional<Facets.Look> look(String key, Collection<String> categories) {
    var bar = key.lastIndexOf('|');
    return categories.isEmpty() || categories.contains(key.substring(0, bar))
        ? Optional.of(Facets.Look.valueOf(key.substring(bar + 1).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /**
   * A cell of a locality's counter. Ids have neither bars nor dots nor dollars, so that a key can
   * be taken apart and serves as the name of a field.
   */
  record Cell(String category, String owner, ReportState state, boolean overdue) {
    static Cell of(Facets facets) {
      return new Cell(facets.category(), facets.owner(), facets.state(), facets.overdue());
    }

    static Cell of(String key) {
      var parts = key.split("\\|", -1);
      return new Cell(parts[0], parts[1], ReportState.of(parts[2]).orElseThrow(), parts.length > 3);
    }

    String key() {
      return category + "|" + owner + "|" + state.slug() + (overdue ? "|overdue" : "");
    }
  }
}
