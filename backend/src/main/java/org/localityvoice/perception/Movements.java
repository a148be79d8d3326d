package org.localityvoice.perception;

import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Change;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.perception.Observation.Move;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Waves.Results;

/**
 * Changes from an earlier wave: only within one series and one set of boundaries, with the same
 * margins and merges, and where both waves speak for the population and publish a figure: the
 * release of the earlier one tells it, and nobody has withdrawn it since.
 *
 * @param before empty where the waves cannot be weighted alike
 */
record Movements(
    Results results, Weighed now, Optional<Earlier> earlier, Optional<Weighed> before) {

  Optional<Move> of(Measure measure, Proportion share) {
    if (!now.representative() || boundaryChanged() || !sameWeighting()) {
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

  /** Why there is no change, where a break of the series is the reason. */
  List<String> caveats(Measure measure) {
    if (earlier.isPresent() && boundaryChanged()) {
      return List.of("BOUNDARY_CHANGE");
    }
    var asked =
        earlier
            .flatMap(found -> item(found, other -> other.id().equals(measure.id())))
            .flatMap(Item::measure);
    return asked.filter(other -> !other.series().equals(measure.series())).isPresent()
        ? List.of("SCALE_CHANGE")
        : List.of();
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
