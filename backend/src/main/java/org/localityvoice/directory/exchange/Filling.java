package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** Fills objects with what there is. */
final class Filling {
  private Filling() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A field, unless the text is blank. */
  static void put(ObjectNode object, String name, String text) {
    if (!text.isBlank()) {
      object.put(name, text.strip());
    }
  }

  /** A text of a feed; empty where there is none. */
  static String text(JsonNode node, String name) {
    var value = node.path(name);
    return value.isNull() ? "" : value.asText();
  }

  /** The parts between semicolons that are not blank. */
  static List<String> list(String text) {
    return Arrays.stream(text.split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  static void putAll(ObjectNode object, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      var list = object.putArray(name);
      texts.forEach(list::add);
    }
  }
}
