package org.localityvoice.pmf.adverse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.pmf.catalogue.Catalogue;
import org.localityvoice.pmf.catalogue.CatalogueMeasure;

/** Reads from statements how the central measures have moved. Pure. */
final class Movements {
  private static final String ALL = "all";

  private Movements() {}

  /**
   * The movements of a period.
   *
   * @param observations of its statement
   * @param before those of the period before, or missing
   */
  static Map<String, Movement> of(Catalogue catalogue, JsonNode observations, JsonNode before) {
    var movements = new TreeMap<String, Movement>();
    for (var now : observations) {
      if (now.path("breakdown").asText(ALL).equals(ALL)) {
        catalogue
            .measure(now.path("measureId").asText())
            .filter(CatalogueMeasure::central)
            .flatMap(measure -> movement(measure, now, before))
            .ifPresent(one -> movements.put(one.measure(), one));
      }
    }
    return movements;
  }

  private static Optional<Movement> movement(
      CatalogueMeasure measure, JsonNode now, JsonNode before) {
    if (now.path("kind").asText().equals("perception")) {
      return change(measure, now);
    }
    var series = now.path("seriesId").asText();
    for (var then : before) {
      if (then.path("measureId").asText().equals(measure.id())
          && then.path("seriesId").asText().equals(series)
          && then.path("value").isNumber()
          && now.path("value").isNumber()) {
        var difference = now.path("value").asDouble() - then.path("value").asDouble();
        return Optional.of(
            new Movement(
                measure.id(),
                series,
                "",
                "",
                difference,
                wrong(measure, difference),
                false,
                Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Movement> change(CatalogueMeasure measure, JsonNode now) {
    var change = now.path("change");
    if (!change.path("diff").isNumber()) {
      return Optional.empty();
    }
    var difference = change.path("diff").asDouble();
    var verdict = change.path("verdict").asText();
    var p =
        PFromInterval.of(
            difference, change.path("ciLow").asDouble(), change.path("ciHigh").asDouble());
    return Optional.of(
        new Movement(
            measure.id(),
            now.path("seriesId").asText(),
            change.path("vs").asText(),
            now.path("wave").asText(),
            difference,
            wrong(measure, difference),
            verdict.equals("up") || verdict.equals("down"),
            Optional.of(p)));
  }

  private static boolean wrong(CatalogueMeasure measure, double difference) {
    return measure.higherIsBetter() ? difference < 0 : difference > 0;
  }
}
