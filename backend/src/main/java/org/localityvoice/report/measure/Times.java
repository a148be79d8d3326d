package org.localityvoice.report.measure;

import java.util.List;

/**
 * How long people wait for something.
 *
 * @param reports how many reports are waited on or were
 * @param over for how many of them it has come
 * @param median the time within which it comes for half of them
 * @param ninetieth the time within which it comes for nine of ten
 */
record Times(int reports, int over, Quantile median, Quantile ninetieth) {
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  static Times of(List<Waiting> waits) {
    var estimate = KaplanMeier.of(waits);
    return new Times(
        estimate.size(), estimate.over(), estimate.quantile(HALF), estimate.quantile(NINE_OF_TEN));
  }
}
