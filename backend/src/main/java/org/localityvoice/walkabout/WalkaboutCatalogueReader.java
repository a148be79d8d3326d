package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.locality.Text;
import org.localityvoice.walkabout.grading.DueTimes;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Grade;
import org.localityvoice.walkabout.grading.Zone;

/** Reads the area file's part about walkabouts, which fits the schema. */
final class WalkaboutCatalogueReader {
  private WalkaboutCatalogueReader() {}

  static WalkaboutCatalogue read(JsonNode whole) {
    var part = whole.path(WalkaboutSection.PART);
    return WalkaboutCatalogue.of(
        part.path("noticeDays").asInt(WalkaboutCatalogue.USUAL_NOTICE_DAYS),
        list(part.path("elements"), WalkaboutCatalogueReader::element),
        new DueTimes(list(part.path("dueTimes"), WalkaboutCatalogueReader::rule)),
        list(part.path("routes"), WalkaboutCatalogueReader::route));
  }

  private static Element element(JsonNode node) {
    return new Element(
        text(node, "id"),
        text(node, "theme"),
        texts(node.path("name")),
        node.path("category").textValue(),
        node.path("mayNotApply").asBoolean(),
        false);
  }

  private static DueTimes.Rule rule(JsonNode node) {
    return new DueTimes.Rule(
        Zone.of(text(node, "zone")).orElseThrow(),
        node.path("element").textValue(),
        list(node.path("grades"), one -> Grade.of(one.asText()).orElseThrow()),
        new DueTimes.Span(node.path("workingDays").asInt(), node.path("workingMinutes").asInt()));
  }

  private static Route route(JsonNode node) {
    var transects = new ArrayList<Transect>();
    for (var one : node.path("transects")) {
      transects.add(
          new Transect(
              text(one, "id"),
              transects.size() + 1,
              Zone.of(text(one, "zone")).orElseThrow(),
              text(one, "landUse"),
              spot(one.path("from")),
              spot(one.path("to"))));
    }
    return new Route(
        text(node, "id"),
        node.path("version").asInt(),
        text(node, "locality"),
        new Text(texts(node.path("title"))),
        transects);
  }

  private static Spot spot(JsonNode node) {
    return new Spot(node.path("latitude").asDouble(), node.path("longitude").asDouble());
  }

  private static Map<String, String> texts(JsonNode node) {
    return node.properties().stream()
        .collect(Collectors.toMap(one -> one.getKey(), one -> one.getValue().asText()));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    return StreamSupport.stream(node.spliterator(), false).map(read).toList();
  }
}
