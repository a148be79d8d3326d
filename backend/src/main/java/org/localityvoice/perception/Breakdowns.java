package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.localityvoice.estimate.Counts;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.estimate.Weighting.Weights;
import org.localityvoice.perception.disclosure.Count;
import org.localityvoice.perception.disclosure.Counted;
import org.localityvoice.perception.disclosure.Group;
import org.localityvoice.perception.disclosure.Weighing;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.Questionnaire.Stratum;
import org.localityvoice.survey.Waves.Results;

/**
 * The groups that a wave's plan publishes figures of: everybody, and each category of each planned
 * stratum. A wave without a plan tells of everybody only.
 */
final class Breakdowns {
  static final String ALL = "all";

  /** So many cells are told apart, whether or not somebody is in them. */
  private static final int MOST_CELLS = 150;

  private final List<Stratum> strata;
  private final Results results;

  private Breakdowns(Results results, List<Stratum> strata) {
    this.results = results;
    this.strata = strata;
  }

  static Breakdowns of(Results results) {
    var plan = results.wave().plan();
    var planned = plan == null ? List.<String>of() : plan.breakdowns();
    return new Breakdowns(
        results,
        results.questionnaire().strata().stream()
            .filter(stratum -> planned.contains(stratum.id()))
            .toList());
  }

  /** {@code all}, {@code ageBand:16-24}, ... in the order of the questionnaire. */
  List<Group> groups() {
    var cells = cells();
    var groups = new ArrayList<Group>();
    groups.add(new Group(ALL, cells.keySet()));
    for (var stratum : strata) {
      for (var option : stratum.options()) {
        groups.add(
            new Group(
                stratum.id() + ":" + option.id(),
                cells.entrySet().stream()
                    .filter(cell -> option.id().equals(cell.getValue().get(stratum.id())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet())));
      }
    }
    return groups;
  }

  /** Groups of bands that are weighted as one, and so are not told apart either. */
  static Set<String> alike(Weighed weighed) {
    return weighed.merges().stream()
        .flatMap(merge -> merge.categories().stream().map(one -> merge.dimension() + ":" + one))
        .collect(Collectors.toSet());
  }

  /** The answers to each measured question, by cells of the planned strata. */
  List<Counted> counted(Weighed weighed, List<Group> groups) {
    return results.questionnaire().items().stream()
        .filter(item -> item.measure().isPresent())
        .map(item -> counted(item, weighed, groups))
        .toList();
  }

  private Counted counted(Item item, Weighed weighed, List<Group> groups) {
    var counts = new HashMap<String, Count>();
    for (var cell : results.cells()) {
      var more = Estimator.counts(item, item.measure().orElseThrow(), cell);
      var known = counts.getOrDefault(key(cell), Count.NONE);
      counts.put(
          key(cell),
          new Count(
              known.positives() + (int) more.positive(), known.others() + (int) more.other()));
    }
    var weighings = new HashMap<String, Weighing>();
    if (weighed.weights() instanceof Weights weights) {
      groups.forEach(
          group ->
              weighings.put(
                  group.id(), Estimator.weighing(weights, within(group, item, weighed.cells()))));
    }
    return new Counted(item.key(), counts, weighings);
  }

  /** A group's weighted share; empty where there are no weights, or too few answers. */
  Optional<Proportion> share(Group group, Item item, Weighed weighed) {
    return weighed.weights() instanceof Weights weights
        ? Proportion.of(weights, within(group, item, weighed.cells()))
        : Optional.empty();
  }

  /** What the group answered in each cell; nothing outside of it. */
  private List<Counts> within(Group group, Item item, List<Cell> cells) {
    return cells.stream()
        .map(
            cell ->
                group.cells().contains(key(cell))
                    ? Estimator.counts(item, item.measure().orElseThrow(), cell)
                    : new Counts(0, 0))
        .toList();
  }

  /** Every combination of categories, or where they are too many those that somebody is in. */
  private Map<String, Map<String, String>> cells() {
    var combinations = new LinkedHashSet<Map<String, String>>();
    results.cells().forEach(cell -> combinations.add(planned(cell.strata())));
    var product =
        strata.stream().mapToLong(stratum -> stratum.options().size()).reduce(1, (a, b) -> a * b);
    if (product <= MOST_CELLS) {
      combinations.addAll(product(strata));
    } else {
      strata.forEach(stratum -> combinations.addAll(product(List.of(stratum))));
    }
    var cells = new TreeMap<String, Map<String, String>>();
    combinations.forEach(one -> cells.put(key(one), one));
    return cells;
  }

  private static Set<Map<String, String>> product(List<Stratum> strata) {
    Set<Map<String, String>> all = new LinkedHashSet<>(Set.of(Map.of()));
    for (var stratum : strata) {
      var longer = new LinkedHashSet<Map<String, String>>();
      for (var one : all) {
        for (Option option : stratum.options()) {
          var more = new HashMap<>(one);
          more.put(stratum.id(), option.id());
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private Map<String, String> planned(Map<String, String> given) {
    var kept = new HashMap<>(given);
    kept.keySet().retainAll(strata.stream().map(Stratum::id).toList());
    return kept;
  }

  private String key(Cell cell) {
    return key(planned(cell.strata()));
  }

  private static String key(Map<String, String> categories) {
    return categories.isEmpty()
        ? ALL
        : new TreeMap<>(categories)
            .entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .collect(Collectors.joining("|"));
  }
}
