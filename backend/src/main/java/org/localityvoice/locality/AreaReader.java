package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Makes an area of a file whose own parts fit the schema. Faults beyond the schema may still be in
 * it.
 */
final class AreaReader {
  private AreaReader() {}

  /**
   * The area.
   *
   * @param reporting that part of the file, or nothing where it does not fit the schema
   */
  static Area area(JsonNode file, JsonNode reporting) {
    var area = file.path("area");
    return new Area(
        text(area, "id"),
        text(area, "name"),
        text(area, "timeZone"),
        list(file.path("themes"), AreaReader::theme),
        list(file.path("partners"), AreaReader::partner),
        list(file.path("localities"), AreaReader::locality),
        ReportingReader.reporting(reporting));
  }

  private static Theme theme(JsonNode node) {
    return new Theme(text(node, "id"), texts(node.path("name")), text(node, "lead"));
  }

  private static Partner partner(JsonNode node) {
    return new Partner(text(node, "id"), text(node, "name"), texts(node.path("about")));
  }

  private static Locality locality(JsonNode node) {
    return new Locality(
        text(node, "id"),
        texts(node.path("name")),
        text(node, "wardCode"),
        text(node, "boundarySet"),
        GeoJson.boundary(node.path("boundary")),
        list(node.path("languages"), JsonNode::asText),
        list(node.path("partners"), JsonNode::asText),
        population(node.path("population")));
  }

  private static Population population(JsonNode node) {
    return new Population(
        text(node, "source"),
        list(
            node.path("cells"),
            cell ->
                new Population.Cell(
                    text(cell, "ageBand"), text(cell, "sex"), cell.path("adults").asInt())));
  }

  static Text texts(JsonNode node) {
    return new Text(
        node.properties().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue().asText())));
  }

  static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  static @Nullable String optional(JsonNode node, String name) {
    return node.hasNonNull(name) ? text(node, name) : null;
  }

  /** The constant that a word of the file stands for: {@code not-allowed} for NOT_ALLOWED. */
  static <E extends Enum<E>> E word(JsonNode node, Class<E> type) {
    return Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    return StreamSupport.stream(node.spliterator(), false).map(read).toList();
  }
}
