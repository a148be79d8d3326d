package org.localityvoice.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.locality.Text;

/** Reads the area file's parts about events, which fit the schema. */
final class EventCatalogueReader {
  private EventCatalogueReader() {}

  static EventCatalogue read(JsonNode whole) {
    return EventCatalogue.of(
        list(whole.path(EventSection.ACTIVITIES), EventCatalogueReader::activity),
        list(whole.path(EventSection.VENUES), EventCatalogueReader::venue));
  }

  private static Activity activity(JsonNode node) {
    var broader = node.path("broader").textValue();
    return new Activity(text(node, "id"), texts(node.path("name")), broader, false);
  }

  private static Venue venue(JsonNode node) {
    return new Venue(
        text(node, "id"),
        text(node, "name"),
        text(node, "locality"),
        text(node, "address"),
        node.path("point").path("latitude").asDouble(),
        node.path("point").path("longitude").asDouble(),
        Set.copyOf(list(node.path("accessibility"), word -> AccessFeature.of(word.asText()))),
        list(node.path("spaces"), EventCatalogueReader::space),
        false);
  }

  private static Venue.Space space(JsonNode node) {
    return new Venue.Space(
        text(node, "id"),
        texts(node.path("name")),
        node.path("capacity").asInt(),
        node.path("setUpMinutes").asInt());
  }

  private static Text texts(JsonNode node) {
    return new Text(
        node.properties().stream()
            .collect(Collectors.toMap(one -> one.getKey(), one -> one.getValue().asText())));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    return StreamSupport.stream(node.spliterator(), false).map(read).toList();
  }
}
