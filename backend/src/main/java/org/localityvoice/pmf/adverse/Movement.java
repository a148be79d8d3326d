package org.localityvoice.pmf.adverse;

import java.util.Optional;

/**
 * How a measure has moved from one period to the next, in one series.
 *
 * @param difference in the unit of the measure
 * @param wrongWay whether it got worse
 * @param clear whether the interval of the difference excludes no change
 * @param pValue for perceptions, which come from a sample; absent for counts of everything
 */
record Movement(
    String measure,
    String series,
    double difference,
    boolean wrongWay,
    boolean clear,
    Optional<Double> pValue) {}
