package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Merge;
import org.localityvoice.estimate.Status;
import org.localityvoice.estimate.Weighting;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;

/**
 * Which age bands are merged, the same in every wave that is compared: a band that nobody answered
 * for, or whose answers would weigh more than the cap, with the next older one, the oldest with the
 * one before it. Two bands are always left.
 */
final class Collapse {
  private static final int FEWEST_BANDS = 2;

  private final List<Stratified> waves;
  private final List<List<String>> bands = new ArrayList<>();

  private Collapse(List<Stratified> waves) {
    this.waves = waves;
    waves
        .get(0)
        .margins()
        .of(Weighed.AGE_BAND)
        .keySet()
        .forEach(band -> bands.add(new ArrayList<>(List.of(band))));
  }

  /** The merges that waves with the same margins need. */
  static List<Merge> of(List<Stratified> waves) {
    var collapse = new Collapse(waves);
    var merged = true;
    while (merged && collapse.bands.size() > FEWEST_BANDS) {
      merged = collapse.once();
    }
    return collapse.merges();
  }

  private List<Merge> merges() {
    return bands.stream()
        .filter(band -> band.size() > 1)
        .map(band -> new Merge(Weighed.AGE_BAND, band))
        .toList();
  }

  private boolean once() {
    for (var wave : waves) {
      var troubled = troubled(wave);
      if (troubled.isPresent()) {
        merge(troubled.get());
        return true;
      }
    }
    return false;
  }

  private Optional<Integer> troubled(Stratified wave) {
    var merges = merges();
    var weighting =
        Weighting.of(wave.groups(merges), wave.margins().merged(merges), wave.missing());
    if (weighting instanceof Refused refused) {
      return refused.status() == Status.UNREPRESENTED
          ? refused.place().flatMap(this::at)
          : Optional.empty();
    }
    return heaviest((Weights) weighting, wave.margins().dimensions().indexOf(Weighed.AGE_BAND));
  }

  private Optional<Integer> heaviest(Weights weights, int dimension) {
    var heaviest = 0;
    for (var h = 1; h < weights.weights().size(); h++) {
      heaviest = weights.weights().get(h) > weights.weights().get(heaviest) ? h : heaviest;
    }
    return weights.weights().get(heaviest) > Weighed.CAP
        ? at(Weighed.AGE_BAND + "=" + weights.groups().get(heaviest).categories().get(dimension))
        : Optional.empty();
  }

  private Optional<Integer> at(String place) {
    for (var i = 0; i < bands.size(); i++) {
      if (place.equals(Weighed.AGE_BAND + "=" + String.join("+", bands.get(i)))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void merge(int band) {
    var first = Math.min(band, bands.size() - 2);
    bands.get(first).addAll(bands.remove(first + 1));
  }
}
