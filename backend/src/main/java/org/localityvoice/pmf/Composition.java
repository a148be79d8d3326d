package org.localityvoice.pmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.localityvoice.locality.PlainText;
import org.localityvoice.pmf.PeriodFigures.Part;
import org.localityvoice.pmf.catalogue.Quarter;

/** Puts the statement of a locality and period together. Pure; figures stay as they are written. */
final class Composition {
  private static final String SOURCE = "source";
  private static final List<String> ABOUT =
      List.of(
          SOURCE,
          "wave",
          "period",
          "at",
          "reportingMonth",
          "nextExpected",
          "method",
          "provenance",
          "revision");
  private static final Set<String> FIGURES =
      Set.of(
          "estimate",
          "ciLow",
          "ciHigh",
          "se",
          "baseValid",
          "positiveUnweighted",
          "effectiveBase",
          "designEffect",
          "change",
          "value",
          "numerator",
          "denominator",
          "suppressionReason");
  private static final String OBSERVATIONS = "observations";
  private static final String ALL = "all";
  private static final int LONGEST_REASON = 200;

  private Composition() {}

  /** The payload from which the event is made. */
  static String payload(
      String id, PeriodFigures before, List<Part> parts, String reason, Instant at) {
    var payload =
        EventJson.object()
            .put("id", id)
            .put("kind", StatementKind.PERIOD.slug())
            .put("subject", before.id())
            .put("locality", before.locality())
            .put("period", before.period())
            .put("time", at.toString());
    return EventJson.write(payload.set("data", data(before, parts, reason)));
  }

  private static ObjectNode data(PeriodFigures before, List<Part> parts, String reason) {
    var quarter = new Quarter(before.period());
    var data = EventJson.object();
    data.set("locality", locality(before, parts));
    data.putObject("period")
        .put("id", before.period())
        .put("from", quarter.from().toString())
        .put("to", quarter.to().toString());
    data.put("reportingMonth", quarter.to().toString().substring(0, "2026-12".length()));
    data.put("revision", before.revision() + 1);
    if (before.statement() != null) {
      data.put("supersedes", before.statement());
      data.put("reason", PlainText.beginning(reason, LONGEST_REASON));
    }
    var list = data.putArray("parts");
    var observations = data.putArray(OBSERVATIONS);
    for (var part : parts) {
      var from = EventJson.read(part.data());
      list.add(about(part, from));
      from.path(OBSERVATIONS).forEach(one -> observations.add(observation(part, from, one)));
    }
    return data;
  }

  /** Every observation of a period, with the kind that it is of. */
  static JsonNode observations(PeriodFigures figures) {
    return data(figures, figures.parts(), "").path(OBSERVATIONS);
  }

  /** What any part says of the locality, such as its ward. */
  private static ObjectNode locality(PeriodFigures before, List<Part> parts) {
    var whole = EventJson.object().put("id", before.locality());
    for (var part : parts) {
      EventJson.read(part.data())
          .path("locality")
          .properties()
          .forEach(field -> whole.set(field.getKey(), field.getValue()));
    }
    return whole;
  }

  private static ObjectNode about(Part part, JsonNode from) {
    var about = EventJson.object().put("kind", part.kind());
    about.put("approvedAt", part.time().toString());
    ABOUT.stream().filter(from::has).forEach(field -> about.set(field, from.get(field)));
    return about;
  }

  private static ObjectNode observation(Part part, JsonNode from, JsonNode one) {
    var whole = EventJson.object().put("kind", part.kind());
    if (part.kind().equals(Contribution.PERCEPTION)) {
      whole.put("wave", from.path("wave").path("id").asText());
    }
    if (from.has(SOURCE)) {
      whole.set(SOURCE, from.get(SOURCE));
    }
    whole.put("breakdown", one.path("breakdown").asText(ALL));
    one.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
    return whole;
  }

  /** A part's data with the figures of these measures taken back; of all where none is named. */
  static String withdrawn(String data, Set<String> measures) {
    var tree = EventJson.read(data);
    var left = new ArrayList<JsonNode>();
    for (var one : tree.path(OBSERVATIONS)) {
      var ours = measures.isEmpty() || measures.contains(one.path("measureId").asText());
      left.add(ours ? withdrawn(one) : one);
    }
    ((ObjectNode) tree).putArray(OBSERVATIONS).addAll(left);
    return EventJson.write(tree);
  }

  private static ObjectNode withdrawn(JsonNode one) {
    ObjectNode left = one.deepCopy();
    FIGURES.stream().filter(left::has).forEach(left::putNull);
    left.remove(List.of("answers", "populationEquivalent"));
    return left.put("status", Withdrawable.WITHDRAWN).put("suppressed", false);
  }
}
