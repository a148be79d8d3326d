package org.localityvoice.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One margin with its targets as shares, and the cells that belong to each of its categories. */
final class Margin {
  private final String dimension;
  private final List<String> categories;
  private final double[] targets;
  private final int[] categoryOf;

  /** The margin at a place among the groups' categories. */
  Margin(String dimension, int at, List<Group> groups, Margins margins) {
    this.dimension = dimension;
    var known = margins.of(dimension);
    categories = new ArrayList<>(known.keySet());
    var unsaid = new TreeSet<String>();
    for (var group : groups) {
      if (group.n() > 0 && !known.containsKey(group.categories().get(at))) {
        unsaid.add(group.categories().get(at));
      }
    }
    categories.addAll(unsaid);
    categoryOf =
        groups.stream().mapToInt(group -> categories.indexOf(group.categories().get(at))).toArray();
    targets = targets(groups, margins, known.size());
  }

  /** What is not said keeps its observed share; the population's shares divide the rest. */
  private double[] targets(List<Group> groups, Margins margins, int known) {
    long n = 0;
    long said = 0;
    var observed = new long[categories.size()];
    for (var h = 0; h < groups.size(); h++) {
      n += groups.get(h).n();
      if (categoryOf[h] >= 0) {
        observed[categoryOf[h]] += groups.get(h).n();
        said += categoryOf[h] < known ? groups.get(h).n() : 0;
      }
    }
    var sum = margins.sum(dimension);
    var shares = new double[categories.size()];
    for (var c = 0; c < shares.length; c++) {
      shares[c] =
          c < known
              ? margins.of(dimension).getOrDefault(categories.get(c), 0.0)
                  / sum
                  * (said / (double) n)
              : observed[c] / (double) n;
    }
    return shares;
  }

  /** Brings every category to its target. */
  void fit(double[] shares) {
    var sums = sums(shares);
    for (var h = 0; h < shares.length; h++) {
      if (shares[h] > 0) {
        shares[h] = shares[h] * targets[categoryOf[h]] / sums[categoryOf[h]];
      }
    }
  }

  /** The largest difference from a target. */
  double deviation(double[] shares) {
    var sums = sums(shares);
    var largest = 0.0;
    for (var c = 0; c < targets.length; c++) {
      largest = Math.max(largest, Math.abs(sums[c] - targets[c]));
    }
    return largest;
  }

  /** The category that differs most. */
  String furthest(double[] shares) {
    var sums = sums(shares);
    var worst = 0;
    for (var c = 1; c < targets.length; c++) {
      var further = Math.abs(sums[c] - targets[c]) > Math.abs(sums[worst] - targets[worst]);
      worst = further ? c : worst;
    }
    return dimension + "=" + categories.get(worst);
  }

  private double[] sums(double[] shares) {
    var sums = new double[targets.length];
    for (var h = 0; h < shares.length; h++) {
      if (categoryOf[h] >= 0) {
        sums[categoryOf[h]] += shares[h];
      }
    }
    return sums;
  }
}
