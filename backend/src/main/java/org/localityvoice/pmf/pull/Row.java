package org.localityvoice.pmf.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.pmf.Published;

/**
 * One observation with the statement that it is from.
 *
 * @param event the statement, read once for all its rows
 * @param part what the observation is from: its wave, the reports, or the council
 */
record Row(Published from, JsonNode event, JsonNode part, JsonNode observation) {
  private static final String ESTIMATE = "estimate";
  private static final String ALL = "all";
  private static final Set<String> BREAKS =
      Set.of(
          "MODE_CHANGE",
          "SCALE_CHANGE",
          "BOUNDARY_CHANGE",
          "WORDING_CHANGE",
          "ORDER_CHANGE",
          "ROUTING_CHANGE",
          "SERIES_CHANGE");

  /** Every observation of a statement, in their order. */
  static List<Row> of(Published one) {
    var rows = new ArrayList<Row>();
    var event = one.tree();
    var data = event.path("data");
    for (var observation : data.path("observations")) {
      rows.add(new Row(one, event, part(data, observation), observation));
    }
    return rows;
  }

  private static JsonNode part(JsonNode data, JsonNode observation) {
    for (var part : data.path("parts")) {
      if (text(part.path("kind")).equals(text(observation.path("kind")))
          && text(part.path("source")).equals(text(observation.path("source")))
          && part.path("wave").path("id").asText().equals(observation.path("wave").asText())) {
        return part;
      }
    }
    return MissingNode.getInstance();
  }

  /** A field of the observation as it is written there; empty where it is null or absent. */
  String text(String field) {
    return text(observation.path(field));
  }

  static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }

  JsonNode data() {
    return event.path("data");
  }

  String breakdown() {
    return observation.path("breakdown").asText(ALL);
  }

  /** What the people are told apart by, {@code ageBand}; empty for everybody. */
  String dimension() {
    return breakdown().equals(ALL) ? "" : breakdown().substring(0, breakdown().indexOf(':'));
  }

  /** Which of them it is about, {@code 16-24}; empty for everybody. */
  String category() {
    return breakdown().equals(ALL) ? "" : breakdown().substring(breakdown().indexOf(':') + 1);
  }

  /**
   * Why a figure is withheld, or the band that it lies in; empty where it is not. Everybody is told
   * one word for all that is too small.
   */
  String suppression() {
    if (!status().equals("SUPPRESSED")) {
      return "";
    }
    var reason = text("suppressionReason");
    return reason.startsWith("FEWER_THAN") || reason.startsWith("EFFECTIVE_BASE")
        ? "SMALL_NUMBERS"
        : reason;
  }

  /** The figure, whatever it is called in its kind of observation; missing or null for none. */
  JsonNode value() {
    return observation.has(ESTIMATE) ? figure(ESTIMATE) : figure("value");
  }

  /**
   * A figure of the observation. What people say is given to everybody in whole points: with more,
   * and the public figures of the population, a reader could work back to single answers.
   */
  JsonNode figure(String field) {
    var node = observation.path(field);
    return observation.has(ESTIMATE) && node.isNumber()
        ? IntNode.valueOf((int) Rounding.PUBLIC.points(node.asDouble()))
        : node;
  }

  /** People that a share stands for; missing where it stands for none. */
  JsonNode people(String field) {
    return observation.path("populationEquivalent").path(field);
  }

  JsonNode base() {
    return observation.has("baseValid")
        ? observation.path("baseValid")
        : observation.path("denominator");
  }

  String status() {
    return text("status");
  }

  List<String> caveats() {
    return StreamSupport.stream(observation.path("caveats").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toList());
  }

  /** The observation's status in the code list of SDMX (CL_OBS_STATUS 2.2). */
  ObservationStatus observationStatus() {
    return switch (status()) {
      case "OK" ->
          caveats().stream().anyMatch(BREAKS::contains)
              ? ObservationStatus.BREAK
              : ObservationStatus.NORMAL;
      case "LOW_RELIABILITY" -> ObservationStatus.LOW_RELIABILITY;
      case "SUPPRESSED" -> ObservationStatus.SUPPRESSED;
      default -> ObservationStatus.MISSING;
    };
  }
}
