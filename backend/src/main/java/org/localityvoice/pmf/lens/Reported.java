package org.localityvoice.pmf.lens;

import java.time.LocalDate;
import java.util.Optional;
import org.localityvoice.pmf.catalogue.Quarter;

/**
 * What is known of the problems that were reported in a quarter. Where nobody could report, nothing
 * reported is not few. Pure.
 *
 * @param countedFrom the first day from which problems are counted; empty where that is not known
 * @param shown how many, as everybody may know; empty where that is withheld
 * @param adults of the locality
 */
record Reported(
    Quarter quarter, Optional<LocalDate> countedFrom, Optional<Integer> shown, long adults) {
  private static final double PER = 1000;

  /**
   * Whether they were counted from the quarter's first day, or are many even so: what is missing of
   * a part could only make them more.
   */
  boolean counted() {
    return countedFrom.filter(day -> !day.isAfter(quarter.from())).isPresent() || alreadyMany();
  }

  private boolean alreadyMany() {
    return shown.filter(count -> perThousand(count) >= Lenses.REPORTED_FROM).isPresent();
  }

  /** How many; empty where they were not counted, or are withheld. */
  Optional<Integer> problems() {
    return counted() ? shown : Optional.empty();
  }

  /** Problems for each 1,000 adults. */
  Optional<Double> rate() {
    return problems().map(this::perThousand);
  }

  /** Whether they are many; empty where that is not known. */
  Optional<Boolean> many() {
    return rate().map(rate -> rate >= Lenses.REPORTED_FROM);
  }

  private double perThousand(int count) {
    return count * PER / adults;
  }
}
