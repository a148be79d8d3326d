package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.localityvoice.locality.OddCharacters;

/** Reads SurveyJS JSON as far as we can represent it; anything else is a fault at its pointer. */
final class SurveyJsReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> COMMON =
      Set.of("type", "name", "title", "visibleIf", "requiredIf", "isRequired", SurveyJsWriter.OURS);
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "radiogroup", Set.of("choices"),
          "dropdown", Set.of("choices"),
          "checkbox", Set.of("choices", "minSelectedChoices", "maxSelectedChoices"),
          "rating", Set.of("rateMin", "rateMax", "minRateDescription", "maxRateDescription"),
          "matrix", Set.of("columns", "rows"),
          "text", Set.of("inputType", "min", "max", "step", "maxLength"),
          "comment", Set.of("maxLength"));

  private final Imported imported = new Imported();
  private final SurveyJsParts parts;
  private final String original;

  private SurveyJsReader(String original) {
    this.original = original;
    this.parts = new SurveyJsParts(imported, original);
  }

  static Imported read(JsonNode survey) {
    var reader = new SurveyJsReader(survey.path("locale").asText("en"));
    OddCharacters.faults(
            survey, place -> place.endsWith("If") ? OddCharacters.BETWEEN : OddCharacters.LINES)
        .forEach(reader.imported::fault);
    reader.survey(survey);
    return reader.imported;
  }

  private void survey(JsonNode survey) {
    parts.known(
        survey,
        "",
        Set.of("title", "description", "locale", "pages", "elements", SurveyJsWriter.OURS));
    var content = imported.content();
    if (!Names.isLanguage(original)) {
      imported.fault("/locale", "exchange-language");
    }
    content.set("title", parts.texts(survey, "title", ""));
    content.set("introduction", parts.texts(survey, "description", ""));
    imported.stood("/title", "/title");
    imported.stood("/introduction", "/description");
    var strata = content.putArray("strata");
    var questions = content.putArray("questions");
    var pages = parts.list(survey.path("pages"), "/pages");
    for (var p = 0; p < pages.size(); p++) {
      var at = "/pages/" + p;
      parts.known(pages.get(p), at, Set.of("name", "elements"));
      var isStrata = pages.get(p).path("name").asText().equals("strata");
      elements(pages.get(p).path("elements"), at, isStrata ? strata : questions, isStrata);
    }
    elements(survey.path("elements"), "", questions, false);
    var ours = survey.path(SurveyJsWriter.OURS);
    content.set(
        "languages", ours.path("languages").isArray() ? ours.get("languages") : parts.languages());
    imported.stood("/languages", "/" + SurveyJsWriter.OURS + "/languages");
    imported.stood("/modes", "/" + SurveyJsWriter.OURS + "/modes");
    if (ours.has("modes")) {
      content.set("modes", ours.get("modes"));
    }
    imported.stood("/strata", "/pages");
    imported.stood("/questions", "/pages");
  }

  private void elements(JsonNode sent, String place, ArrayNode into, boolean strata) {
    var elements = parts.list(sent, place + "/elements");
    for (var i = 0; i < elements.size(); i++) {
      var at = place + "/elements/" + i;
      imported.stood((strata ? "/strata/" : "/questions/") + into.size(), at);
      into.add(strata ? stratum(elements.get(i), at) : question(elements.get(i), at, into.size()));
    }
  }

  private ObjectNode stratum(JsonNode element, String at) {
    parts.known(element, at, Set.of("type", "name", "title", "isRequired", "choices"));
    var type = element.path("type").asText();
    if (!type.equals("radiogroup") && !type.equals("dropdown")) {
      imported.fault(at + "/type", "exchange-type", type);
    }
    var name = element.path("name").asText();
    var id = imported.id(Names.stratum(name), at + "/name");
    imported.named(name, id, at + "/name");
    var stratum = NODES.objectNode().put("id", id);
    stratum.set("label", parts.texts(element, "title", at));
    stratum.set("options", parts.choices(element.path("choices"), at + "/choices"));
    return stratum;
  }

  private ObjectNode question(JsonNode element, String at, int index) {
    var type = element.path("type").asText();
    var question = NODES.objectNode();
    if (!TYPES.containsKey(type)) {
      imported.fault(at + "/type", "exchange-type", type);
      return question;
    }
    var names = new TreeSet<>(COMMON);
    names.addAll(TYPES.getOrDefault(type, Set.of()));
    parts.known(element, at, names);
    var name = element.path("name").asText();
    var id = imported.id(Names.question(name), at + "/name");
    question.put("id", id);
    question.set("text", parts.texts(element, "title", at));
    var ours = element.path(SurveyJsWriter.OURS);
    conditions(element, ours, question, at);
    for (var field : new String[] {"measure", "measures", "bands"}) {
      Carried.copy(ours, question, field);
      imported.stood("/questions/" + index + "/" + field, at + "/" + SurveyJsWriter.OURS);
    }
    question.set("wording", ours.has("wording") ? ours.get("wording") : unknownSource());
    typed(element, type, ours, question, at);
    imported.named(name, id, at + "/name");
    return question;
  }

  /** The wording of a question that says nothing about it must be looked up. */
  static ObjectNode unknownSource() {
    return NODES
        .objectNode()
        .put("kind", "from-memory")
        .put("credit", "Imported; no source given.");
  }

  private void conditions(JsonNode element, JsonNode ours, ObjectNode question, String at) {
    var theirs = new HashMap<String, String>();
    if (element.has("visibleIf")) {
      theirs.put(Carried.SHOW_IF, element.get("visibleIf").asText());
    }
    if (element.has("isRequired") && !element.get("isRequired").isBoolean()) {
      imported.fault(at + "/isRequired", "type", "boolean");
    } else if (element.path("isRequired").asBoolean()) {
      theirs.put(Carried.REQUIRED_IF, Carried.ALWAYS);
    } else if (element.has("requiredIf")) {
      theirs.put(Carried.REQUIRED_IF, element.get("requiredIf").asText());
    }
    var places =
        Map.of(Carried.SHOW_IF, at + "/visibleIf", Carried.REQUIRED_IF, at + "/requiredIf");
    Carried.into(question, ours, theirs, places, Dialect.SURVEY_JS, imported);
  }

  private void typed(JsonNode element, String type, JsonNode ours, ObjectNode question, String at) {
    switch (type) {
      case "checkbox" -> {
        question.put("type", "multiple");
        question.set("options", parts.choices(element.path("choices"), at + "/choices"));
        SurveyJsParts.copy(element, "minSelectedChoices", question, "fewest");
        SurveyJsParts.copy(element, "maxSelectedChoices", question, "most");
      }
      case "rating" -> {
        question.put("type", "scale");
        question.set("from", element.has("rateMin") ? element.get("rateMin") : NODES.numberNode(1));
        question.set("to", element.has("rateMax") ? element.get("rateMax") : NODES.numberNode(5));
        question.set("lowest", parts.texts(element, "minRateDescription", at));
        question.set("highest", parts.texts(element, "maxRateDescription", at));
      }
      case "matrix" -> {
        question.put("type", "grid");
        question.set("options", parts.choices(element.path("columns"), at + "/columns"));
        question.set("rows", parts.rows(element.path("rows"), at + "/rows"));
      }
      case "text", "comment" -> written(element, question, at);
      default -> {
        question.put("type", ours.has("scale") ? "scale" : "single");
        var options = parts.choices(element.path("choices"), at + "/choices");
        if (ours.has("scale")) {
          var place = at + "/choices";
          Scales.into(question, ours.get("scale"), options, place, i -> place + "/" + i, imported);
        } else {
          question.set("options", options);
        }
      }
    }
  }

  private void written(JsonNode element, ObjectNode question, String at) {
    switch (element.path("inputType").asText("text")) {
      case "number" -> {
        question.put("type", "number");
        SurveyJsParts.copy(element, "min", question, "least");
        SurveyJsParts.copy(element, "max", question, "most");
        var step =
            element.path("step").isNumber()
                ? element.get("step").decimalValue()
                : new BigDecimal("0.001");
        question.put("decimals", Math.max(0, step.stripTrailingZeros().scale()));
      }
      case "date" -> {
        question.put("type", "date");
        SurveyJsParts.copy(element, "min", question, "earliest");
        SurveyJsParts.copy(element, "max", question, "latest");
      }
      case "text" -> {
        question.put("type", "text");
        SurveyJsParts.copy(element, "maxLength", question, "longest");
      }
      default ->
          imported.fault(at + "/inputType", "exchange-type", element.path("inputType").asText());
    }
  }
}
