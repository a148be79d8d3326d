package org.localityvoice.pmf.adverse;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The step-up procedure that bounds the expected share of false alarms among all alarms (Y.
 * Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful
 * approach to multiple testing", Journal of the Royal Statistical Society B 57, 1995, pages 289 to
 * 300). With ten measures looked at, one in twenty would else move "significantly" by chance every
 * second report.
 */
final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * Which hypotheses are rejected: those with the k smallest p-values, k being the largest rank
   * with p(k) at most k / m times the rate.
   *
   * @param pValues of all m hypotheses of a report, 0 to 1
   * @param rate the false discovery rate, 0 to 1
   * @return for each in its place whether it is rejected
   */
  static List<Boolean> rejected(List<Double> pValues, double rate) {
    var count = pValues.size();
    var order =
        IntStream.range(0, count).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    var cut = -1.0;
    for (var rank = 1; rank <= count; rank++) {
      var p = pValues.get(order.get(rank - 1));
      if (p <= rate * rank / count) {
        cut = p;
      }
    }
    var largest = cut;
    return pValues.stream().map(p -> p <= largest).toList();
  }
}
