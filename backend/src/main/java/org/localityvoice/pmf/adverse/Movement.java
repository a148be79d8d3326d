package org.localityvoice.pmf.adverse;

import java.util.Optional;

/**
 * How a measure has moved from one period to the next, in one series.
 *
 * @param difference in the unit of the measure
 * @param from the wave that it starts from; empty for counts, which start from the period before
 * @param to the wave that it leads to; empty for counts
 * @param wrongWay whether it got worse
 * @param clear whether the interval of the difference excludes no change
 * @param pValue for perceptions, which come from a sample; absent for counts of everything
 */
record Movement(
    String measure,
    String series,
    String from,
    String to,
    double difference,
    boolean wrongWay,
    boolean clear,
    Optional<Double> pValue) {

  /** Whether it goes on where another has ended. */
  boolean follows(Movement other) {
    return series.equals(other.series) && from.equals(other.to);
  }
}
