package org.localityvoice.estimate;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.estimate.Weighting.Weights;

/**
 * Holds heavy weights at a cap and gives what is cut off to the others in proportion, so that the
 * total stays and the margins do not. It can do harm: a band of many adults and few answers loses
 * its voice. Merging comes first.
 */
public final class Trimming {
  private Trimming() {}

  /**
   * The weights with none above a multiple of their mean.
   *
   * @param cap how many times the mean, above 1
   */
  public static Weights of(Weights raked, Margins margins, double cap) {
    if (!(cap > 1)) {
      throw new IllegalArgumentException("a cap is above 1, not " + cap);
    }
    var groups = raked.groups();
    var weights = raked.weights().stream().mapToDouble(Double::doubleValue).toArray();
    var held = new boolean[weights.length];
    // The mean is 1. Each pass holds at least one more group, so there are at most as many passes.
    while (hold(weights, held, cap)) {
      share(groups, weights, held, cap);
    }
    var capped = 0L;
    var trimmed = new ArrayList<Double>();
    for (var h = 0; h < weights.length; h++) {
      capped += held[h] ? groups.get(h).n() : 0;
      trimmed.add(weights[h]);
    }
    return new Weights(
        groups, trimmed, raked.n(), deviation(groups, weights, raked.n(), margins), capped);
  }

  private static boolean hold(double[] weights, boolean[] held, double cap) {
    var more = false;
    for (var h = 0; h < weights.length; h++) {
      if (!held[h] && weights[h] > cap) {
        held[h] = true;
        weights[h] = cap;
        more = true;
      }
    }
    return more;
  }

  private static void share(List<Group> groups, double[] weights, boolean[] held, double cap) {
    var total = 0.0;
    var free = 0.0;
    for (var h = 0; h < weights.length; h++) {
      total += groups.get(h).n();
      if (held[h]) {
        total -= cap * groups.get(h).n();
      } else {
        free += weights[h] * groups.get(h).n();
      }
    }
    for (var h = 0; h < weights.length; h++) {
      weights[h] = held[h] ? cap : weights[h] * (total / free);
    }
  }

  private static double deviation(List<Group> groups, double[] weights, long n, Margins margins) {
    var shares = new double[weights.length];
    for (var h = 0; h < shares.length; h++) {
      shares[h] = weights[h] * groups.get(h).n() / n;
    }
    var dimensions = margins.dimensions();
    var largest = 0.0;
    for (var d = 0; d < dimensions.size(); d++) {
      var margin = new Margin(dimensions.get(d), d, groups, margins);
      largest = Math.max(largest, margin.deviation(shares));
    }
    return largest;
  }
}
