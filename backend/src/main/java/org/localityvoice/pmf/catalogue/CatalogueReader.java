package org.localityvoice.pmf.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.pmf.catalogue.CatalogueMeasure.Mark;

/** Reads the area file's part {@code measures}, which fits the schema. */
final class CatalogueReader {
  private CatalogueReader() {}

  static List<CatalogueMeasure> read(JsonNode part) {
    var measures = new ArrayList<CatalogueMeasure>();
    part.forEach(node -> measures.add(measure(node)));
    return List.copyOf(measures);
  }

  private static CatalogueMeasure measure(JsonNode node) {
    return new CatalogueMeasure(
        node.path("id").asText(),
        node.path("theme").asText(),
        title(node.path("title")),
        node.path("unit").asText(),
        node.path("direction").asText(),
        node.path("central").asBoolean(),
        node.path("source").asText(),
        marks(node.path(CatalogueSection.BASELINES)),
        marks(node.path(CatalogueSection.TARGETS)),
        node.has("says") ? title(node.path("says")) : null,
        node.has("lens") ? node.path("lens").asBoolean() : null);
  }

  private static Map<String, String> title(JsonNode node) {
    var title = new LinkedHashMap<String, String>();
    node.properties().forEach(entry -> title.put(entry.getKey(), entry.getValue().asText()));
    return title;
  }

  private static List<Mark> marks(JsonNode list) {
    var marks = new ArrayList<Mark>();
    list.forEach(
        node ->
            marks.add(
                new Mark(
                    node.hasNonNull("locality") ? node.get("locality").asText() : null,
                    node.path("period").asText(),
                    node.path("value").asDouble())));
    return marks;
  }
}
