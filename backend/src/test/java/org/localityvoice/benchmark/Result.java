package org.localityvoice.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * A row of the table.
 *
 * @param values one for each round
 * @param unit what the values are
 * @param budget what the median should reach; 0 for a row without one
 * @param atMost whether the budget is an upper bound
 * @param note absolute figures behind it, for orientation only
 */
record Result(
    String what, List<Double> values, String unit, double budget, boolean atMost, String note) {
  static final String HEADING =
      String.format(
          Locale.ROOT,
          "%-62s %9s  %-16s %8s  %-7s %s",
          "what",
          "median",
          "lowest–highest",
          "budget",
          "",
          "behind it");

  private double lowest() {
    return values.stream().mapToDouble(value -> value).min().orElseThrow();
  }

  private double highest() {
    return values.stream().mapToDouble(value -> value).max().orElseThrow();
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private String met() {
    if (budget == 0) {
      return "";
    }
    var value = median(values);
    return (atMost ? value <= budget : value >= budget) ? "met" : "MISSED";
  }

  /** The row as text. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-62s %7.2f%-2s  %-16s %8s  %-7s %s",
        what,
        median(values),
        unit,
        String.format(Locale.ROOT, "%.2f–%.2f", lowest(), highest()),
        budget == 0 ? "" : (atMost ? "≤ " : "≥ ") + budget,
        met(),
        note);
  }
}
