package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.problem.PlainText;
import org.localityvoice.problem.Violation;

/** What no body may hold, whatever its schema: text that is not plain, and numbers out of reach. */
final class PlainValues {
  /** Beyond it, readers disagree about which number it is (RFC 7493 §2.2). */
  private static final double GREATEST = 9_007_199_254_740_991d;

  private static final int MOST = 50;

  private PlainValues() {}

  /** The places that are wrong, each as a JSON pointer; the first fifty. */
  static List<Violation> faults(JsonNode body) {
    var faults = new ArrayList<Violation>();
    walk("", body, faults);
    return faults;
  }

  private static void walk(String pointer, JsonNode node, List<Violation> faults) {
    if (faults.size() == MOST) {
      return;
    }
    if (node.isTextual()) {
      text(pointer, node.textValue(), faults);
    } else if (node.isNumber() && !(Math.abs(node.doubleValue()) <= GREATEST)) {
      faults.add(Violation.at(pointer, "number"));
    } else if (node.isObject()) {
      for (var property : node.properties()) {
        // A name that is not plain cannot stand in the pointer to it.
        if (PlainText.strange(property.getKey()).isPresent()) {
          text(pointer, property.getKey(), faults);
        } else {
          walk(pointer + Violation.step(property.getKey()), property.getValue(), faults);
        }
      }
    } else {
      for (var i = 0; i < node.size(); i++) {
        walk(pointer + "/" + i, node.get(i), faults);
      }
    }
  }

  private static void text(String pointer, String text, List<Violation> faults) {
    var strange = PlainText.strange(text);
    if (strange.isPresent() && faults.size() < MOST) {
      faults.add(Violation.at(pointer, "characters", PlainText.name(strange.getAsInt())));
    }
  }
}
