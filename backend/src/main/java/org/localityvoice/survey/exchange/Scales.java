package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/**
 * Scales with answers beside them. Other tools have no such thing, so there they are single choices
 * whose points stand among the others; which of them are points follows from the scale's ends.
 */
final class Scales {
  private Scales() {}

  /**
   * Puts a scale into a question.
   *
   * @param scale its ends and what they mean, in our own words
   * @param options all choices, as the other tool has them
   * @param place where a scale is told that lacks a point, or has one too many
   */
  static void into(
      ObjectNode question, JsonNode scale, ArrayNode options, String place, Imported imported) {
    Carried.copy(scale, question, "from", "to", "lowest", "highest");
    var points = new TreeSet<Integer>();
    var others = question.putArray("others");
    for (var option : options) {
      var id = option.path("id").asText();
      if (id.matches("[0-9]{1,3}")) {
        points.add(Integer.parseInt(id));
      } else {
        others.add(option);
      }
    }
    var from = question.path("from").asInt();
    var wanted = question.path("to").asInt() - from + 1;
    if (points.isEmpty() || points.first() != from || points.size() != wanted) {
      imported.fault(place, "exchange-points");
    }
  }
}
