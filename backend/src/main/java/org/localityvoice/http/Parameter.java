package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import java.util.regex.Pattern;
import org.localityvoice.problem.Violation;

/**
 * A declared parameter. Its text is read as the type its schema names and then checked like a body.
 *
 * @param type string, integer or boolean
 */
record Parameter(Violation.In in, String name, boolean required, String type, JsonSchema schema) {
  // Nine digits are plenty for every number here and cannot overflow.
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  String key() {
    return in.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
  }

  /** The typed value; text that is not of the type stays text, which the schema then refuses. */
  JsonNode value(String text) {
    var nodes = JsonNodeFactory.instance;
    return switch (type) {
      case "integer" ->
          WHOLE.matcher(text).matches()
              ? nodes.numberNode(Integer.parseInt(text))
              : nodes.textNode(text);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? nodes.booleanNode(text.equals("true"))
              : nodes.textNode(text);
      default -> nodes.textNode(text);
    };
  }
}
