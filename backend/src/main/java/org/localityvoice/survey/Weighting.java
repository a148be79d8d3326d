package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What answers are worth after raking to the margins of the population: Kish's effective base, from
 * the counts of cells alone. For plans and the meter; figures are estimated elsewhere.
 *
 * <p>Raking by iterative proportional fitting (Deming and Stephan, Annals of Mathematical
 * Statistics 11, 1940). Those whose option a margin does not have ("prefer not to say") keep the
 * share they have, and the rest is fitted to the margin.
 */
final class Weighting {
  private static final double CLOSE_ENOUGH = 1e-10;
  private static final int MOST_SWEEPS = 1_000;

  private Weighting() {}

  /**
   * Answers of one stratum.
   *
   * @param n how many; not whole where answers are only imagined
   */
  record Group(Map<String, String> strata, double n) {
    String option(String stratum) {
      return strata.getOrDefault(stratum, "");
    }
  }

  /** The counts of cells as groups, in a fixed order. */
  static List<Group> groups(Collection<Cell> cells) {
    var byKey = new TreeMap<String, Group>();
    cells.stream()
        .filter(cell -> cell.n() > 0)
        .forEach(cell -> byKey.put(cell.id(), new Group(cell.strata(), cell.n())));
    return List.copyOf(byKey.values());
  }

  /**
   * The effective base.
   *
   * @param margins adults by option, by stratum
   * @return empty when an option of a margin has no answers, or the margins cannot all be met
   */
  static Optional<Double> effectiveBase(
      List<Group> groups, Map<String, Map<String, Long>> margins) {
    var n = groups.stream().mapToDouble(Group::n).sum();
    if (n <= 0) {
      return Optional.empty();
    }
    var targets = new LinkedHashMap<String, Map<String, Double>>();
    margins.forEach((stratum, adults) -> targets.put(stratum, target(stratum, adults, groups, n)));
    for (var stratum : targets.entrySet()) {
      var present = shares(groups, weights(groups, n), stratum.getKey());
      if (!present.keySet().containsAll(stratum.getValue().keySet())) {
        return Optional.empty();
      }
    }
    return fitted(groups, targets, n).map(shares -> kish(groups, shares));
  }

  private static Map<String, Double> target(
      String stratum, Map<String, Long> adults, List<Group> groups, double n) {
    var target = new LinkedHashMap<String, Double>();
    var without = 0.0;
    for (var group : groups) {
      if (adults.getOrDefault(group.option(stratum), 0L) == 0) {
        target.merge(group.option(stratum), group.n() / n, Double::sum);
        without += group.n() / n;
      }
    }
    var all = (double) adults.values().stream().mapToLong(Long::longValue).sum();
    for (var option : adults.entrySet()) {
      if (option.getValue() > 0) {
        target.put(option.getKey(), (1 - without) * option.getValue() / all);
      }
    }
    return target;
  }

  private static Optional<List<Double>> fitted(
      List<Group> groups, Map<String, Map<String, Double>> targets, double n) {
    var shares = weights(groups, n);
    for (var sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      for (var target : targets.entrySet()) {
        var sums = shares(groups, shares, target.getKey());
        for (var i = 0; i < groups.size(); i++) {
          var option = groups.get(i).option(target.getKey());
          var factor = target.getValue().getOrDefault(option, 0.0) / sums.getOrDefault(option, 1.0);
          shares.set(i, shares.get(i) * factor);
        }
      }
      if (furthest(groups, shares, targets) < CLOSE_ENOUGH) {
        return Optional.of(shares);
      }
    }
    return Optional.empty();
  }

  private static List<Double> weights(List<Group> groups, double n) {
    return new ArrayList<>(groups.stream().map(group -> group.n() / n).toList());
  }

  private static Map<String, Double> shares(
      List<Group> groups, List<Double> shares, String stratum) {
    var sums = new TreeMap<String, Double>();
    for (var i = 0; i < groups.size(); i++) {
      sums.merge(groups.get(i).option(stratum), shares.get(i), Double::sum);
    }
    return sums;
  }

  private static double furthest(
      List<Group> groups, List<Double> shares, Map<String, Map<String, Double>> targets) {
    var furthest = 0.0;
    for (var target : targets.entrySet()) {
      var sums = shares(groups, shares, target.getKey());
      for (var option : target.getValue().entrySet()) {
        var off = Math.abs(sums.getOrDefault(option.getKey(), 0.0) - option.getValue());
        furthest = Math.max(furthest, off);
      }
    }
    return furthest;
  }

  /** (sum of weights)² / sum of squared weights, over people: shares sum to 1. */
  private static double kish(List<Group> groups, List<Double> shares) {
    var squares = 0.0;
    for (var i = 0; i < groups.size(); i++) {
      squares += shares.get(i) * shares.get(i) / groups.get(i).n();
    }
    return 1 / squares;
  }
}
