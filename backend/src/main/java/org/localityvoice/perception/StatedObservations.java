package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.perception.Release.Figures;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Waves.Results;

/**
 * What the performance framework is told of the measures of one release, with what goes beside the
 * figures and is not kept in the release.
 */
final class StatedObservations {
  private final Results results;
  private final Optional<Basis> basis;
  private final boolean counted;
  private final Map<String, Item> asked;

  StatedObservations(Figures figures, Results results) {
    this.results = results;
    basis = Optional.ofNullable(figures.basis());
    counted = figures.areOf(results.cells());
    asked = asked(results.questionnaire().items());
  }

  /** The items that have a measure, by its id. */
  static Map<String, Item> asked(List<Item> items) {
    var asked = new HashMap<String, Item>();
    for (var item : items) {
      item.measure().ifPresent(measure -> asked.putIfAbsent(measure.id(), item));
    }
    return asked;
  }

  /** One measure among everybody. */
  Stated of(Observation seen) {
    var caveats =
        new ArrayList<>(
            basis.isPresent() ? seen.caveats() : List.of("SELF_SELECTED", "NOT_WEIGHTED"));
    if (results.wave().synthetic()) {
      caveats.add("SYNTHETIC");
    }
    var item = Optional.ofNullable(asked.get(seen.measureId()));
    return Stated.of(
        seen,
        basis.isPresent() ? Estimator.INTERVAL : "wilson-95",
        caveats,
        item.flatMap(one -> answers(seen, one)).orElse(Map.of()),
        item.flatMap(one -> PopulationEquivalent.of(seen, one, basis)));
  }

  /** Only beside a reliable figure, and only of the very counts that the figure was made of. */
  private Optional<Map<String, Integer>> answers(Observation seen, Item item) {
    return counted && seen.status().equals("OK")
        ? AnswerCounts.of(item, results.cells())
        : Optional.empty();
  }
}
