package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Group;
import org.localityvoice.estimate.Merge;
import org.localityvoice.estimate.Status;
import org.localityvoice.estimate.Weighting;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;

/**
 * Which age bands are merged, the same in every wave that is compared: a band that nobody answered
 * for, or whose answers would weigh more than the cap, with the next older one, the oldest with the
 * one before it. Where figures by age are planned, also a band that fewer than fifteen answered
 * for. Two bands are always left.
 *
 * <p>Weights are population over answers. Beside the figures of the other bands, every weighted
 * figure and every effective base would tell how many there are in a small band, and then what they
 * said. Of bands that are weighted as one, no figure depends on who was in which. It is fifteen and
 * not ten so that a merge by itself leaves more than ten numbers possible.
 */
final class Collapse {
  private static final int FEWEST_BANDS = 2;
  private static final int FEWEST_ANSWERS = 15;

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

  /**
   * The merges that waves with the same margins need.
   *
   * @param kept merges, as they are written, that there are in any case
   */
  static List<Merge> of(List<Stratified> waves, List<String> kept) {
    var collapse = new Collapse(waves);
    kept.forEach(collapse::keep);
    var merged = true;
    while (merged && collapse.bands.size() > FEWEST_BANDS) {
      merged = collapse.once();
    }
    return collapse.merges();
  }

  /** Puts together what lies within a merge, whatever it has grown to by now. */
  private void keep(String merge) {
    for (var from = 0; from < bands.size(); from++) {
      for (var to = bands.size(); to > from + 1; to--) {
        var run = bands.subList(from, to).stream().flatMap(List::stream).toList();
        // Those who did not say may be named behind them.
        if ((merge + "+").startsWith(new Merge(Weighed.AGE_BAND, run).text() + "+")) {
          bands.subList(from, to).clear();
          bands.add(from, new ArrayList<>(run));
          return;
        }
      }
    }
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
    var dimension = wave.margins().dimensions().indexOf(Weighed.AGE_BAND);
    var few =
        wave.planned().contains(Weighed.AGE_BAND)
            ? few(wave.groups(merges), dimension)
            : Optional.<Integer>empty();
    if (few.isPresent()) {
      return few;
    }
    var weighting =
        Weighting.of(wave.groups(merges), wave.margins().merged(merges), wave.missing());
    if (weighting instanceof Refused refused) {
      return refused.status() == Status.UNREPRESENTED
          ? refused.place().flatMap(this::at)
          : Optional.empty();
    }
    return heaviest((Weights) weighting, dimension);
  }

  private Optional<Integer> few(List<Group> groups, int dimension) {
    for (var i = 0; i < bands.size(); i++) {
      var name = String.join("+", bands.get(i));
      var answers =
          groups.stream()
              .filter(group -> group.categories().get(dimension).equals(name))
              .mapToLong(Group::n)
              .sum();
      if (answers < FEWEST_ANSWERS) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
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
