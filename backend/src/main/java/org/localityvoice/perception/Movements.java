package org.localityvoice.perception;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.localityvoice.estimate.Change;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.perception.Observation.Move;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.SeriesContract;
import org.localityvoice.survey.Waves.Results;

/**
 * Changes from an earlier wave: only within one series, one set of boundaries and the same planned
 * modes, with the same margins and merges, and where both waves speak for the population and
 * publish a figure: the release of the earlier one tells it, and nobody has withdrawn it since.
 *
 * @param before empty where the waves cannot be weighted alike
 */
record Movements(
    Results results, Weighed now, Optional<Earlier> earlier, Optional<Weighed> before) {

  private static final String MODE_CHANGE = "MODE_CHANGE";

  /** Caveats by what differs in the contract of the series. */
  private static final Map<String, String> BREAKS =
      Map.of(
          "wording", "WORDING_CHANGE",
          "scale", "SCALE_CHANGE",
          "order", "ORDER_CHANGE",
          "asked", "ROUTING_CHANGE",
          "mode", MODE_CHANGE,
          "boundary", "BOUNDARY_CHANGE");

  Optional<Move> of(Measure measure, Proportion share) {
    if (!now.representative() || boundaryChanged() || modesChanged() || !sameWeighting()) {
      return Optional.empty();
    }
    return before
        .filter(Weighed::representative)
        .flatMap(
            then ->
                earlier
                    .filter(found -> found.tells(measure.series()))
                    .flatMap(found -> share(found, measure, then)))
        .map(then -> Move.of(vs(), Change.between(then, share)));
  }

  /** Why there is no change, where a break of the series is the reason: every reason there is. */
  List<String> caveats(Measure measure) {
    var caveats = new TreeSet<String>();
    if (boundaryChanged()) {
      caveats.add("BOUNDARY_CHANGE");
    }
    earlier.ifPresent(
        found ->
            item(found, other -> other.id().equals(measure.id()))
                .flatMap(Item::measure)
                .ifPresent(
                    then -> {
                      if (modesChanged()) {
                        caveats.add(MODE_CHANGE);
                      }
                      if (!then.series().equals(measure.series())) {
                        caveats.addAll(breaks(found, measure));
                      }
                    }));
    return List.copyOf(caveats);
  }

  /** What differs between the two questionnaires. */
  private List<String> breaks(Earlier found, Measure measure) {
    var differences =
        SeriesContract.differences(
            results.questionnaire(), found.results().questionnaire(), measure.id());
    return differences.isEmpty()
        // Nothing that could be compared by a program: the author has called it another series.
        ? List.of("SERIES_CHANGE")
        : differences.stream().map(BREAKS::get).toList();
  }

  /** Whether both waves were planned, and to be answered in different ways. */
  private boolean modesChanged() {
    return earlier
        .map(found -> found.results().wave().plan())
        .filter(
            then -> {
              var plan = results.wave().plan();
              return plan != null && !Set.copyOf(plan.modes()).equals(Set.copyOf(then.modes()));
            })
        .isPresent();
  }

  private boolean sameWeighting() {
    return before.map(Weighed::weighting).filter(now.weighting()::equals).isPresent();
  }

  private boolean boundaryChanged() {
    return earlier.filter(found -> !found.boundarySet().equals(results.boundarySet())).isPresent();
  }

  private String vs() {
    return earlier.map(found -> found.results().wave().id()).orElse("");
  }

  private static Optional<Proportion> share(Earlier earlier, Measure measure, Weighed then) {
    return item(earlier, other -> other.series().equals(measure.series()))
        .flatMap(
            item ->
                item.measure()
                    .map(other -> Estimator.estimate(item, other, then))
                    .filter(Finding.Figure.class::isInstance)
                    .map(finding -> ((Finding.Figure) finding).share()));
  }

  private static Optional<Item> item(
      Earlier earlier, java.util.function.Predicate<Measure> wanted) {
    return earlier.results().questionnaire().items().stream()
        .filter(item -> item.measure().filter(wanted).isPresent())
        .findFirst();
  }
}
