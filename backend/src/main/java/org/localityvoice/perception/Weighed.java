package org.localityvoice.perception;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localityvoice.estimate.Group;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Merge;
import org.localityvoice.estimate.Status;
import org.localityvoice.estimate.Trimming;
import org.localityvoice.estimate.Weighting;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;
import org.localityvoice.survey.Cell;

/**
 * The cells of a wave with their weights, once for all its questions.
 *
 * @param weighting how many categories each margin has: {@code rake:ageBand5xsex2}; or {@code none}
 * @param representative false where some weigh so much that trimming would break a margin: then no
 *     trend is told
 * @param merges categories that are weighted as one
 */
record Weighed(
    List<Cell> cells,
    Weighting weights,
    String weighting,
    boolean representative,
    List<Merge> merges) {
  /** The dimension whose categories have an order, and can be merged with their neighbours. */
  static final String AGE_BAND = "ageBand";

  /** How it is called where nothing is weighted. */
  static final String NONE = "none";

  /** A weight of more than so many times the mean is a voice too loud. */
  static final double CAP = 5;

  /** What trimming may cost: a margin is off by less than two points. */
  private static final double MOST_DEVIATION = 0.02;

  static Weighed of(Stratified wave, List<Merge> merges, double adults) {
    var margins = wave.margins().merged(merges);
    var groups = wave.groups(merges);
    if (margins.dimensions().isEmpty()) {
      return new Weighed(wave.cells(), unweighted(groups, adults), NONE, true, merges);
    }
    var weighting =
        margins.dimensions().stream()
            .map(dimension -> dimension + margins.of(dimension).size())
            .collect(Collectors.joining("x", "rake:", ""));
    if (Estimator.fewIn(wave.cells())) {
      var n = groups.stream().mapToLong(Group::n).sum();
      var refused = new Refused(Status.NO_BASE, Optional.empty(), n);
      return new Weighed(wave.cells(), refused, weighting, true, merges);
    }
    var raked = Weighting.of(groups, margins, wave.missing());
    return raked instanceof Weights weights
        ? trimmed(wave.cells(), weights, margins, weighting, merges)
        : new Weighed(wave.cells(), raked, weighting, true, merges);
  }

  private static Weighed trimmed(
      List<Cell> cells, Weights raked, Margins margins, String weighting, List<Merge> merges) {
    var trimmed = Trimming.of(raked, margins, CAP);
    return trimmed.cappedRespondents() == 0 || trimmed.maxMarginDeviation() < MOST_DEVIATION
        ? new Weighed(cells, trimmed, weighting, true, merges)
        : new Weighed(cells, raked, weighting, false, merges);
  }

  private static Weighting unweighted(List<Group> groups, double adults) {
    var n = groups.stream().mapToLong(Group::n).sum();
    if (n == 0) {
      return new Refused(Status.NO_BASE, Optional.empty(), n);
    }
    if (adults > 0 && n > adults) {
      return new Refused(Status.MORE_ANSWERS_THAN_ADULTS, Optional.empty(), n);
    }
    return new Weights(groups, Collections.nCopies(groups.size(), 1.0), n, 0, 0);
  }

  boolean isWeighted() {
    return !weighting.equals(NONE);
  }

  int capped() {
    return weights instanceof Weights found ? (int) found.cappedRespondents() : 0;
  }

  double deviation() {
    return weights instanceof Weights found ? found.maxMarginDeviation() : 0;
  }
}
