package org.localityvoice.pmf.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Observations as a data message of SDMX-JSON 2.1.0 (for SDMX 3.1): flat, each under the positions
 * of its dimensions' values; first its measures, then its attributes. Pure, and the same for the
 * same statements.
 */
final class SdmxJson {
  private static final String SCHEMA = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json";
  private static final String NONE = "_Z";

  private final List<Row> rows;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private SdmxJson(List<Row> rows) {
    this.rows = rows;
  }

  /** A dimension and the value that a row has in it. */
  private record Dimension(
      String id, String role, Function<Row, String> key, Function<Row, String> name) {}

  private static final List<Dimension> DIMENSIONS =
      List.of(
          new Dimension("MEASURE", "", row -> row.text("measureId"), row -> row.text("measureId")),
          new Dimension("REF_AREA", "", row -> row.from().locality(), row -> row.from().locality()),
          new Dimension(
              "TIME_PERIOD", "TIME_PERIOD", row -> row.from().period(), row -> row.from().period()),
          new Dimension("WAVE", "", SdmxJson::wave, SdmxJson::wave),
          new Dimension("BREAKDOWN", "", row -> row.breakdown().replace(':', '@'), Row::breakdown));

  private static final List<String> MEASURES = List.of("OBS_VALUE", "CI_LOWER", "CI_UPPER");
  private static final List<String> CODED = List.of("OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE");
  private static final List<String> PLAIN =
      List.of(
          "BASE",
          "SERIES",
          "REVISION",
          "SUPPRESSION_REASON",
          "POPULATION_EQUIVALENT",
          "POPULATION_EQUIVALENT_LOWER",
          "POPULATION_EQUIVALENT_UPPER");

  private static String wave(Row row) {
    var wave = row.text("wave");
    return wave.isEmpty() ? NONE : wave;
  }

  /**
   * The message.
   *
   * @param publicUrl where this service is
   */
  static ObjectNode of(List<Row> rows, String publicUrl) {
    return new SdmxJson(rows).message(publicUrl);
  }

  private ObjectNode message(String publicUrl) {
    root.put("$schema", SCHEMA);
    var meta = root.putObject("meta").put("schema", SCHEMA);
    meta.put("id", "observations-" + last());
    meta.put("prepared", prepared());
    meta.put("test", false);
    meta.putArray("contentLanguages").add("en");
    meta.putObject("sender").put("id", "locality-voice");
    var data = root.putObject("data");
    var structures = data.putArray("structures");
    var dataSets = data.putArray("dataSets");
    if (!rows.isEmpty()) {
      var values = DIMENSIONS.stream().map(this::values).toList();
      var codes = codes();
      structure(structures.addObject(), values, codes);
      var set = dataSets.addObject().put("structure", 0).put("action", "Replace");
      set.putArray("links")
          .addObject()
          .put("rel", "describedby")
          .put("href", publicUrl + "/v1/pmf/measures");
      observations(set.putObject("observations"), values, codes);
    }
    return root;
  }

  private long last() {
    return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).from().sequence();
  }

  /**
   * When the newest of the statements was approved, so that the same figures are the same bytes.
   */
  private String prepared() {
    return rows.stream()
        .map(row -> row.event().path("time").asText())
        .max(String::compareTo)
        .orElse("1970-01-01T00:00:00Z");
  }

  /** The values of a dimension in their order, each with the first row that has it. */
  private SortedMap<String, Row> values(Dimension dimension) {
    var first = new TreeMap<String, Row>();
    rows.forEach(row -> first.putIfAbsent(dimension.key().apply(row), row));
    return first;
  }

  private List<List<String>> codes() {
    return List.of(
        distinct(row -> row.observationStatus().code()),
        distinct(row -> row.observationStatus().confidentiality()),
        distinct(row -> row.text("unit")));
  }

  private List<String> distinct(Function<Row, String> code) {
    return rows.stream().map(code).distinct().sorted().toList();
  }

  private void structure(
      ObjectNode structure, List<SortedMap<String, Row>> values, List<List<String>> codes) {
    structure.put("name", "Published figures of the performance framework");
    structure.putArray("dataSets").add(0);
    var dimensions = structure.putObject("dimensions");
    dimensions.putArray("dataSet");
    dimensions.putArray("series");
    var all = dimensions.putArray("observation");
    for (var i = 0; i < DIMENSIONS.size(); i++) {
      dimension(all.addObject(), DIMENSIONS.get(i), i, values.get(i));
    }
    var measures = structure.putObject("measures").putArray("observation");
    MEASURES.forEach(id -> measures.addObject().put("id", id).put("name", id));
    var attributes = structure.putObject("attributes").putArray("observation");
    for (var i = 0; i < CODED.size(); i++) {
      var list = attribute(attributes, CODED.get(i)).putArray("values");
      codes.get(i).forEach(code -> list.addObject().put("id", code).put("name", words(code)));
    }
    PLAIN.forEach(id -> attribute(attributes, id));
  }

  private static void dimension(
      ObjectNode node, Dimension one, int position, SortedMap<String, Row> values) {
    node.put("id", one.id()).put("name", one.id()).put("keyPosition", position);
    if (!one.role().isEmpty()) {
      node.putArray("roles").add(one.role());
    }
    var list = node.putArray("values");
    values.forEach(
        (id, row) -> {
          var value = list.addObject().put("id", id).put("name", one.name().apply(row));
          if (one.id().equals("TIME_PERIOD")) {
            var period = row.data().path("period");
            value.put("start", period.path("from").asText() + "T00:00:00Z");
            value.put("end", period.path("to").asText() + "T23:59:59Z");
          }
        });
  }

  private static ObjectNode attribute(ArrayNode attributes, String id) {
    var node = attributes.addObject().put("id", id).put("name", id);
    node.putObject("relationship").putObject("observation");
    return node;
  }

  private static String words(String code) {
    for (var status : ObservationStatus.values()) {
      if (status.code().equals(code)) {
        return status.words();
      }
    }
    return code;
  }

  private void observations(
      ObjectNode all, List<SortedMap<String, Row>> values, List<List<String>> codes) {
    var places = values.stream().map(SdmxJson::places).toList();
    for (var row : rows) {
      var place = new ArrayList<String>();
      for (var i = 0; i < DIMENSIONS.size(); i++) {
        place.add(String.valueOf(places.get(i).get(DIMENSIONS.get(i).key().apply(row))));
      }
      var cell = all.putArray(String.join(":", place));
      cell.add(number(row.value()));
      cell.add(number(row.figure("ciLow")));
      cell.add(number(row.figure("ciHigh")));
      cell.add(codes.get(0).indexOf(row.observationStatus().code()));
      cell.add(codes.get(1).indexOf(row.observationStatus().confidentiality()));
      cell.add(codes.get(2).indexOf(row.text("unit")));
      cell.add(number(row.base()));
      cell.add(row.text("seriesId"));
      cell.add(number(row.data().path("revision")));
      cell.add(row.suppression().isEmpty() ? null : row.suppression());
      cell.add(number(row.people("estimate")));
      cell.add(number(row.people("ciLow")));
      cell.add(number(row.people("ciHigh")));
    }
  }

  private static Map<String, Integer> places(SortedMap<String, Row> values) {
    var places = new HashMap<String, Integer>();
    values.keySet().forEach(id -> places.put(id, places.size()));
    return places;
  }

  private static JsonNode number(JsonNode node) {
    return node.isNumber() ? node : JsonNodeFactory.instance.nullNode();
  }
}
