package org.localityvoice.survey;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.estimate.Counts;
import org.localityvoice.estimate.Group;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.estimate.Weighting;
import org.localityvoice.estimate.Weighting.Weights;

/**
 * What answers are worth once they are weighted, from the number of those who have answered alone;
 * for plans and the meter. Those whose option a margin does not have ("prefer not to say") keep
 * their share.
 */
final class EffectiveBase {
  private static final int FEWEST = 15;

  private EffectiveBase() {}

  /** Those of one combination of strata who have answered. */
  record Answered(Map<String, String> strata, long n) {
    String option(String stratum) {
      return strata.getOrDefault(stratum, "");
    }
  }

  /** The numbers of cells, in a fixed order. */
  static List<Answered> answered(Collection<Cell> cells) {
    var byKey = new TreeMap<String, Answered>();
    cells.forEach(cell -> byKey.put(cell.id(), new Answered(cell.strata(), cell.n())));
    return List.copyOf(byKey.values());
  }

  /**
   * The effective base.
   *
   * @param adults by option, by stratum
   * @return empty when an option of a margin has no answers, or the margins cannot all be met
   */
  static Optional<Double> of(List<Answered> answered, Map<String, Map<String, Long>> adults) {
    // Only the proportions of a margin matter here; that there are more answers than adults is for
    // the estimate to say.
    var n = answered.stream().mapToLong(Answered::n).sum();
    var populations = new LinkedHashMap<String, Map<String, Double>>();
    adults.forEach((stratum, options) -> populations.put(stratum, inhabited(options, n)));
    var margins = new Margins(populations);
    var groups =
        answered.stream()
            .map(one -> new Group(margins.dimensions().stream().map(one::option).toList(), one.n()))
            .toList();
    var unknown = new HashSet<String>();
    groups.forEach(group -> unknown.addAll(group.categories()));
    return Weighting.of(groups, margins, unknown) instanceof Weights weights
        ? Proportion.of(weights, groups.stream().map(group -> new Counts(group.n(), 0)).toList())
            .map(Proportion::effectiveBase)
        : Optional.empty();
  }

  /**
   * Whether so few of an option have answered that their weight, and with it the effective base,
   * would tell how many they are.
   */
  static boolean telling(List<Answered> answered, Map<String, Map<String, Long>> adults) {
    return adults.entrySet().stream()
        .anyMatch(
            margin ->
                margin.getValue().keySet().stream()
                    .anyMatch(option -> of(answered, margin.getKey(), option) < FEWEST));
  }

  private static long of(List<Answered> answered, String stratum, String option) {
    return answered.stream()
        .filter(one -> one.option(stratum).equals(option))
        .mapToLong(Answered::n)
        .sum();
  }

  private static Map<String, Double> inhabited(Map<String, Long> options, long times) {
    var inhabited = new LinkedHashMap<String, Double>();
    options.forEach(
        (option, adults) -> {
          if (adults > 0) {
            inhabited.put(option, (double) adults * times);
          }
        });
    return inhabited;
  }
}
