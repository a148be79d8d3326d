package org.localityvoice.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.problem.Violation;

/**
 * Numbers that JSON can write and we cannot hold: {@code 1e400} would become infinite, {@code
 * 1e-400} nought, and a whole number of twenty digits fits no field of ours. They are refused where
 * they stand, before a schema or anybody else works with them.
 */
final class OddNumbers {
  private OddNumbers() {}

  /**
   * The violations of a JSON text.
   *
   * @param tree what it was read as; the text is looked at again only where this is suspicious
   */
  static List<Violation> faults(JsonNode tree, JsonParser text) throws IOException {
    var faults = new ArrayList<Violation>();
    if (suspicious(tree)) {
      for (var token = text.nextToken(); token != null; token = text.nextToken()) {
        if (token.isNumeric() && odd(token, text)) {
          var place = text.getParsingContext().pathAsPointer().toString();
          faults.add(Violation.at(place, "number-range"));
        }
      }
    }
    return faults;
  }

  private static boolean suspicious(JsonNode node) {
    if (node.isContainerNode()) {
      for (var inner : node) {
        if (suspicious(inner)) {
          return true;
        }
      }
      return false;
    }
    return node.isBigInteger()
        || (node.isDouble() && (node.doubleValue() == 0 || !Double.isFinite(node.doubleValue())));
  }

  private static boolean odd(JsonToken token, JsonParser number) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return number.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
    }
    return isOdd(number.getText());
  }

  /** Whether a decimal number, as JSON writes it, is nothing that a double can hold. */
  private static boolean isOdd(String text) {
    var value = Double.parseDouble(text);
    return !Double.isFinite(value) || (value == 0 && text.matches("[^eE]*[1-9].*"));
  }
}
