package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.localityvoice.problem.Violation;

/** Texts, choices and rows in SurveyJS JSON. */
final class SurveyJsParts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Imported imported;
  private final String original;
  private final Set<String> languages = new TreeSet<>();

  SurveyJsParts(Imported imported, String original) {
    this.imported = imported;
    this.original = original;
  }

  /** The languages met so far, the original first. */
  ArrayNode languages() {
    var all = NODES.arrayNode().add(original);
    languages.stream().filter(tag -> !tag.equals(original)).forEach(all::add);
    return all;
  }

  /** Refuses what is not among the names. */
  void known(JsonNode node, String place, Set<String> names) {
    if (!node.isObject()) {
      imported.fault(place, "type", "object");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                imported.fault(place + Violation.step(name), "exchange-property");
              }
            });
  }

  /** A list, which may be absent; a fault where it is anything else. */
  JsonNode list(JsonNode node, String place) {
    if (!node.isArray() && !node.isMissingNode()) {
      imported.fault(place, "type", "array");
    }
    return node.isArray() ? node : NODES.arrayNode();
  }

  ArrayNode rows(JsonNode sent, String place) {
    var rows = list(sent, place);
    var all = NODES.arrayNode();
    for (var i = 0; i < rows.size(); i++) {
      var at = place + "/" + i;
      var id = imported.id(Names.question(value(rows.get(i))), at);
      var row = all.addObject().put("id", id);
      row.set("label", label(rows.get(i), at));
      Carried.copy(rows.get(i).path(SurveyJsWriter.OURS), row, "wording", "measure");
    }
    return all;
  }

  ArrayNode choices(JsonNode sent, String place) {
    var choices = list(sent, place);
    var options = NODES.arrayNode();
    for (var i = 0; i < choices.size(); i++) {
      var at = place + "/" + i;
      var id = imported.id(Names.option(value(choices.get(i))), at);
      var option = options.addObject().put("id", id);
      option.set("label", label(choices.get(i), at));
      if (choices.get(i).at("/" + SurveyJsWriter.OURS + "/outsideBase").asBoolean()) {
        option.put("outsideBase", true);
      }
    }
    return options;
  }

  private static String value(JsonNode choice) {
    var value = choice.isObject() ? choice.path("value") : choice;
    return value.isNull() ? "" : value.asText();
  }

  private ObjectNode label(JsonNode choice, String at) {
    if (choice.isObject()) {
      known(choice, at, Set.of("value", "text", SurveyJsWriter.OURS));
    }
    return choice.isObject() && choice.has("text")
        ? texts(choice, "text", at)
        : NODES.objectNode().put(original, value(choice));
  }

  /** Texts by language; SurveyJS calls the survey's own language "default". */
  ObjectNode texts(JsonNode owner, String field, String at) {
    var texts = NODES.objectNode();
    var theirs = owner.path(field);
    if (theirs.isTextual()) {
      texts.set(original, theirs);
    } else if (theirs.isObject()) {
      theirs
          .properties()
          .forEach(
              entry -> {
                var tag = entry.getKey().equals("default") ? original : entry.getKey();
                if (!Names.isLanguage(tag)) {
                  imported.fault(at + "/" + field + Violation.step(tag), "exchange-language");
                } else if (texts.has(tag)) {
                  imported.fault(at + "/" + field + Violation.step(tag), "exchange-twice");
                }
                languages.add(tag);
                texts.set(tag, entry.getValue());
              });
    } else if (!theirs.isMissingNode()) {
      imported.fault(at + "/" + field, "type", "string, object");
    }
    return texts;
  }

  static void copy(JsonNode from, String field, ObjectNode to, String as) {
    if (from.has(field)) {
      to.set(as, from.get(field));
    }
  }
}
