package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Scales with answers beside them. Other tools have no such thing, so there they are single choices
 * whose points stand among the others; which of them are points follows from the scale's ends.
 */
final class Scales {
  private static final Pattern POINT = Pattern.compile("0|[1-9][0-9]{0,2}");

  private Scales() {}

  /**
   * Puts a scale into a question. A point has no words of its own in our questionnaires, and counts
   * in every base; where somebody has given it some, or taken it out, that is told and not lost.
   *
   * @param scale its ends and what they mean, in our own words
   * @param options all choices, as the other tool has them
   * @param place where a scale is told that lacks a point, or has one too many
   * @param places where each of the choices stood
   */
  static void into(
      ObjectNode question,
      JsonNode scale,
      ArrayNode options,
      String place,
      IntFunction<String> places,
      Imported imported) {
    Carried.copy(scale, question, "from", "to", "lowest", "highest");
    var points = new ArrayList<Integer>();
    var others = question.putArray("others");
    for (var i = 0; i < options.size(); i++) {
      var option = options.get(i);
      var id = option.path("id").asText();
      if (!POINT.matcher(id).matches()) {
        others.add(option);
        continue;
      }
      points.add(Integer.parseInt(id));
      if (!plain(option, id)) {
        imported.fault(places.apply(i), "exchange-point");
      }
    }
    var from = question.path("from").asInt();
    var to = question.path("to").asInt();
    if (!points.stream()
        .sorted()
        .toList()
        .equals(IntStream.rangeClosed(from, to).boxed().toList())) {
      imported.fault(place, "exchange-points");
    }
  }

  /** Whether a choice says nothing but which point it is. */
  private static boolean plain(JsonNode option, String id) {
    return !option.path("outsideBase").asBoolean()
        && option.path("label").properties().stream()
            .allMatch(text -> text.getValue().asText().strip().equals(id));
  }
}
