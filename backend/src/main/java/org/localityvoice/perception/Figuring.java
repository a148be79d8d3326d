package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.estimate.Merge;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.locality.Population;
import org.localityvoice.perception.Basis.Adults;
import org.localityvoice.perception.Release.Figures;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Waves.Results;

/**
 * Computes the figures of a wave. Pure: the same counts, margins and earlier wave always give the
 * same figures.
 */
final class Figuring {
  private final Results results;
  private final Optional<Earlier> earlier;
  private final List<Merge> merges;
  private final boolean collapsed;
  private final Weighed weighed;
  private final Movements movements;

  private Figuring(
      Results results, Optional<Earlier> earlier, List<String> released, List<Adults> margins) {
    this.results = results;
    this.earlier = earlier;
    var waves = new ArrayList<Stratified>();
    waves.add(Stratified.of(results, margins));
    earlier
        .map(before -> Stratified.of(before.results(), margins))
        // Waves that did not ask for the same strata cannot be weighted alike.
        .filter(before -> before.margins().equals(waves.get(0).margins()))
        .ifPresent(waves::add);
    var kept = new ArrayList<>(released);
    earlier.ifPresent(other -> kept.addAll(other.collapsed()));
    var planned = waves.stream().flatMap(wave -> wave.planned().stream()).distinct().toList();
    merges =
        Estimator.fewIn(results.cells())
            ? List.of()
            : Unsaid.pooled(waves.get(0), Collapse.of(waves, released), planned, kept);
    collapsed = merges.stream().anyMatch(one -> Unsaid.joinsCategories(one, waves.get(0)));
    var adults = adults(margins);
    weighed = Weighed.of(waves.get(0), merges, adults);
    var before =
        waves.size() > 1
            ? Optional.of(Weighed.of(waves.get(1), merges, adults))
            : Optional.<Weighed>empty();
    movements = new Movements(results, weighed, earlier, before);
  }

  /** The cells of a wave with the weights that its figures have now. */
  static Weighed weighed(Results results, List<String> collapsed) {
    var margins = Basis.margins(results.population());
    return new Figuring(results, Optional.empty(), collapsed, margins).weighed;
  }

  /**
   * The figures with the margins that the locality has now.
   *
   * @param salt for the digest of the cells
   * @param collapsed merges of the wave's last release, which are kept: that a band has grown must
   *     not tell how small it was
   */
  static Figured of(
      Results results, Optional<Earlier> earlier, String salt, List<String> collapsed) {
    return of(
        results,
        earlier,
        salt,
        collapsed,
        Basis.margins(results.population()),
        results.population().map(Population::source).orElse(""),
        results.boundarySet());
  }

  /** The figures with given margins, such as those of a release. */
  static Figured of(
      Results results,
      Optional<Earlier> earlier,
      String salt,
      List<String> collapsed,
      List<Adults> margins,
      String population,
      String boundarySet) {
    var figuring = new Figuring(results, earlier, collapsed, margins);
    return new Figured(
        new Figures(
            Estimator.ID,
            Estimator.VERSION,
            CellDigest.of(results.cells(), salt),
            modes(results.cells()),
            figuring.observations(),
            figuring.basis(margins, population, boundarySet),
            salt,
            OptionCounts.of(results)),
        figuring.weighed);
  }

  private static double adults(List<Adults> margins) {
    var sums = new TreeMap<String, Double>();
    margins.forEach(row -> sums.merge(row.dimension(), (double) row.adults(), Double::sum));
    return sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private Basis basis(List<Adults> margins, String population, String boundarySet) {
    return new Basis(
        weighed.weighting(),
        population,
        margins,
        merges.stream().map(Merge::text).toList(),
        weighed.capped(),
        Rounding.to(100 * weighed.deviation(), 2),
        earlier.map(before -> before.results().wave().id()).orElse(null),
        boundarySet,
        earlier.flatMap(Earlier::told).orElse(null),
        results.languages().isEmpty() ? null : results.languages());
  }

  private List<Observation> observations() {
    var observations = new ArrayList<Observation>();
    for (var item : results.questionnaire().items()) {
      item.measure().ifPresent(measure -> observations.add(observation(item)));
    }
    return observations;
  }

  private Observation observation(Item item) {
    var measure = item.measure().orElseThrow();
    var finding = Estimator.estimate(item, measure, weighed);
    var caveats = new ArrayList<>(caveats());
    caveats.addAll(movements.caveats(measure));
    if (finding instanceof Finding.Figure figure) {
      var change = movements.of(measure, figure.share()).orElse(null);
      return Observation.of(measure, figure.share(), change, caveats);
    }
    return Observation.of(measure, (Finding.Withheld) finding, caveats);
  }

  private List<String> caveats() {
    var caveats = new ArrayList<>(List.of("SELF_SELECTED"));
    if (!weighed.isWeighted()) {
      caveats.add("NOT_WEIGHTED");
    }
    if (!weighed.representative()) {
      caveats.add("NOT_REPRESENTATIVE");
    }
    if (weighed.capped() > 0) {
      caveats.add("TRIMMED");
    }
    if (collapsed) {
      caveats.add("COLLAPSED");
    }
    if (results.cutShort()) {
      caveats.add("PARTIAL_WAVE");
    }
    if (!results.languages().stream().allMatch(this::isAskedIn)) {
      caveats.add("SMALL_LANGUAGE_COVERAGE");
    }
    return caveats;
  }

  /** Whether the questionnaire is there in a language: in this form of it, or in a wider one. */
  private boolean isAskedIn(String tag) {
    return results.questionnaire().languages().stream()
        .anyMatch(one -> tag.equals(one) || tag.startsWith(one + "-"));
  }

  /** Shares of the modes that ten or more answered by, among those who did. */
  private static Map<String, Double> modes(List<Cell> cells) {
    var counts = new TreeMap<String, Integer>();
    cells.forEach(cell -> cell.modes().forEach((mode, n) -> counts.merge(mode, n, Integer::sum)));
    counts.values().removeIf(n -> n < Estimator.FEWEST);
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    var shares = new TreeMap<String, Double>();
    counts.forEach((mode, n) -> shares.put(mode, Math.round(100 * n / all) / 100.0));
    return shares;
  }
}
