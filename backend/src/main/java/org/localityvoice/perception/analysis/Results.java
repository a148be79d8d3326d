package org.localityvoice.perception.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.estimate.Change;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Proportion;

/**
 * The results as they are printed, in full double precision; what cannot be said is null.
 *
 * @param change from the first wave to the last; null where there is one wave only
 * @param warnings what a reader should know besides, as sentences
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Results(List<Wave> waves, Optional<Movement> change, List<String> warnings) {
  /** The status of a change that can be told. */
  static final String OK = "OK";

  static final String NOT_COMPARABLE = "NOT_COMPARABLE";

  /**
   * One wave.
   *
   * @param offending the {@code dimension=category} that the status is about
   * @param maxMarginDeviation as a share, 0 to 1
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Wave(
      String wave,
      String status,
      Optional<String> offending,
      long n,
      long nValid,
      Optional<Double> estimate,
      Optional<Double> se,
      Optional<Double> effectiveBase,
      Optional<Double> designEffect,
      Optional<Double> ciLow,
      Optional<Double> ciHigh,
      Optional<Double> maxMarginDeviation,
      List<Weight> weights,
      Optional<Long> cappedRespondents) {}

  /**
   * What each respondent of a cell counts.
   *
   * @param cell category by dimension
   * @param weight with mean 1 over the respondents of the wave
   */
  public record Weight(Map<String, String> cell, long n, double weight) {}

  /** The later share minus the earlier one. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Movement(
      String status,
      String from,
      String to,
      Optional<Double> difference,
      Optional<Double> se,
      Optional<Double> ciLow,
      Optional<Double> ciHigh,
      Optional<String> verdict) {}

  static Results of(List<WaveResult> waves, Margins margins, List<String> warnings) {
    var views = waves.stream().map(wave -> view(wave, margins.dimensions())).toList();
    return new Results(
        views,
        waves.size() < 2
            ? Optional.empty()
            : Optional.of(change(waves.get(0), waves.get(waves.size() - 1))),
        warnings);
  }

  private static Wave view(WaveResult wave, List<String> dimensions) {
    return new Wave(
        wave.wave(),
        wave.status().name(),
        wave.place(),
        wave.n(),
        wave.nValid(),
        wave.share().map(Proportion::estimate),
        wave.share().map(Proportion::standardError),
        wave.share().map(Proportion::effectiveBase),
        wave.share().map(Proportion::designEffect),
        wave.share().map(share -> share.interval().low()),
        wave.share().map(share -> share.interval().high()),
        wave.weights().map(weights -> weights.maxMarginDeviation()),
        wave.weights().map(weights -> cells(weights, dimensions)).orElse(List.of()),
        wave.weights().map(weights -> weights.cappedRespondents()));
  }

  private static List<Weight> cells(
      org.localityvoice.estimate.Weighting.Weights weights, List<String> dimensions) {
    var cells = new ArrayList<Weight>();
    for (var h = 0; h < weights.groups().size(); h++) {
      var group = weights.groups().get(h);
      if (group.n() > 0) {
        var cell = new LinkedHashMap<String, String>();
        for (var d = 0; d < dimensions.size(); d++) {
          cell.put(dimensions.get(d), group.categories().get(d));
        }
        cells.add(new Weight(cell, group.n(), weights.weights().get(h)));
      }
    }
    return cells;
  }

  private static Movement change(WaveResult first, WaveResult last) {
    var change = first.share().flatMap(from -> last.share().map(to -> Change.between(from, to)));
    return new Movement(
        change.isPresent() ? OK : NOT_COMPARABLE,
        first.wave(),
        last.wave(),
        change.map(Change::difference),
        change.map(Change::standardError),
        change.map(seen -> seen.interval().low()),
        change.map(seen -> seen.interval().high()),
        change.map(seen -> seen.verdict().text()));
  }
}
