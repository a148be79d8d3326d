package org.localityvoice.estimate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The weights of a wave's respondents, or the gate that stands before them. */
public sealed interface Weighting {
  /**
   * Weights that meet the margins.
   *
   * @param groups in the order they were given in; those without a response have the weight 0
   * @param weights one for each group: what each of its respondents counts, with mean 1 over the
   *     respondents of the wave
   * @param n all responses of the wave
   * @param maxMarginDeviation the largest difference between a weighted margin and its target, 0 to
   *     1
   * @param cappedRespondents how many respondents were held at the cap; 0 where nothing was trimmed
   */
  record Weights(
      List<Group> groups,
      List<Double> weights,
      long n,
      double maxMarginDeviation,
      long cappedRespondents)
      implements Weighting {
    public Weights {
      groups = List.copyOf(groups);
      weights = List.copyOf(weights);
    }
  }

  /**
   * No weights.
   *
   * @param place the {@code dimension=category} at fault; empty where it is the whole wave
   */
  record Refused(Status status, Optional<String> place, long n) implements Weighting {}

  /**
   * Rakes a wave.
   *
   * @param groups in a fixed order, since sums are made in it
   * @param missing names of categories that mean "not said": where the margins lack them, each is a
   *     category of its own with its observed share as target
   */
  static Weighting of(List<Group> groups, Margins margins, Set<String> missing) {
    return new Gates(groups, margins, missing)
        .refusal()
        .<Weighting>map(refused -> refused)
        .orElseGet(() -> new Raking(groups, margins).weights());
  }
}
