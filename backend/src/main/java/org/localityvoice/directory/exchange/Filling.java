package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.localityvoice.directory.Prose;

/** Fills objects with what there is. */
final class Filling {
  private static final Pattern GAPS = Pattern.compile("[\\t\\r\\n]+ *");

  private Filling() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A field, unless the text is blank; what has to be one line becomes one. */
  static void put(ObjectNode object, String name, String text) {
    if (!text.isBlank()) {
      object.put(name, Prose.is(name) ? lines(text) : GAPS.matcher(text.strip()).replaceAll(" "));
    }
  }

  /** Lines that end as ours do. */
  private static String lines(String text) {
    return text.strip().replace("\r\n", "\n").replace('\r', '\n');
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
