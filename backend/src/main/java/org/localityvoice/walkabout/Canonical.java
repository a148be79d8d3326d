package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.localityvoice.http.Json;

/**
 * JSON as text that is equal for equal content: names in order, and numbers in one spelling, so
 * that {@code 1.0} and {@code 1} are the same. An app that was brought up to date in between may
 * write its items otherwise and still send the same ones.
 */
public final class Canonical {
  private Canonical() {}

  /** The text of a tree. */
  public static String text(JsonNode tree) {
    var text = new StringBuilder();
    write(tree, text);
    return text.toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      var sorted = new TreeMap<String, JsonNode>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      var separator = '{';
      for (var entry : sorted.entrySet()) {
        text.append(separator).append(Json.text(entry.getKey())).append(':');
        write(entry.getValue(), text);
        separator = ',';
      }
      text.append(sorted.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      var separator = '[';
      for (var item : node) {
        text.append(separator);
        write(item, text);
        separator = ',';
      }
      text.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isNumber()) {
      text.append(number(node.decimalValue()));
    } else {
      text.append(Json.text(node));
    }
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
  }
}
