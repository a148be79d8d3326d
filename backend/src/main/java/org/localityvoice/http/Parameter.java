package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import java.util.Locale;
import java.util.regex.Pattern;
import org.localityvoice.problem.Violation;

/**
 * A declared parameter. Its text is read as the type its schema names and then checked like a body.
 *
 * @param type string, integer, number, boolean, or array for a list with commas
 * @param itemType the type of an array's items
 */
record Parameter(
    Violation.In in,
    String name,
    boolean required,
    String type,
    String itemType,
    JsonSchema schema) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  // Nine digits are plenty for every number here and cannot overflow.
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final int LONGEST_NUMBER = 20;
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?");

  String key() {
    return in.name().toLowerCase(Locale.ROOT) + ":" + name;
  }

  /**
   * The typed value; text that is not of the type stays text, which the schema then refuses.
   *
   * @param lenient whether a list may hold blanks
   */
  JsonNode value(String text, boolean lenient) {
    if (!type.equals("array")) {
      return value(type, text);
    }
    var list = NODES.arrayNode();
    for (var item : text.split(",", -1)) {
      if (!lenient) {
        list.add(value(itemType, item));
      } else if (!item.isBlank()) {
        list.add(value(itemType, item.strip()));
      }
    }
    return list;
  }

  private static JsonNode value(String type, String text) {
    return switch (type) {
      case "integer" ->
          WHOLE.matcher(text).matches()
              ? NODES.numberNode(Integer.parseInt(text))
              : NODES.textNode(text);
      case "number" -> number(text);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? NODES.booleanNode(text.equals("true"))
              : NODES.textNode(text);
      default -> NODES.textNode(text);
    };
  }

  private static JsonNode number(String text) {
    if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
      var number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return NODES.numberNode(number);
      }
    }
    return NODES.textNode(text);
  }
}
