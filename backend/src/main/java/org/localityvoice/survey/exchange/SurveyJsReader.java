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
import org.localityvoice.problem.Violation;

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
  private final Set<String> languages = new TreeSet<>();
  private final String original;

  private SurveyJsReader(String original) {
    this.original = original;
  }

  static Imported read(JsonNode survey) {
    var reader = new SurveyJsReader(survey.path("locale").asText("en"));
    reader.survey(survey);
    return reader.imported;
  }

  private void survey(JsonNode survey) {
    known(
        survey,
        "",
        Set.of("title", "description", "locale", "pages", "elements", SurveyJsWriter.OURS));
    var content = imported.content();
    if (!Names.isLanguage(original)) {
      imported.fault("/locale", "exchange-language");
    }
    content.set("title", texts(survey, "title", ""));
    content.set("introduction", texts(survey, "description", ""));
    imported.stood("/title", "/title");
    imported.stood("/introduction", "/description");
    var strata = content.putArray("strata");
    var questions = content.putArray("questions");
    var pages = survey.path("pages");
    for (var p = 0; p < pages.size(); p++) {
      var at = "/pages/" + p;
      known(pages.get(p), at, Set.of("name", "elements"));
      var isStrata = pages.get(p).path("name").asText().equals("strata");
      elements(pages.get(p).path("elements"), at, isStrata ? strata : questions, isStrata);
    }
    elements(survey.path("elements"), "", questions, false);
    var ours = survey.path(SurveyJsWriter.OURS);
    languages.remove(original);
    var all = NODES.arrayNode().add(original);
    languages.forEach(all::add);
    content.set("languages", ours.path("languages").isArray() ? ours.get("languages") : all);
    imported.stood("/languages", "/" + SurveyJsWriter.OURS + "/languages");
    imported.stood("/modes", "/" + SurveyJsWriter.OURS + "/modes");
    if (ours.has("modes")) {
      content.set("modes", ours.get("modes"));
    }
    imported.stood("/strata", "/pages");
    imported.stood("/questions", "/pages");
  }

  private void known(JsonNode node, String place, Set<String> names) {
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

  private void elements(JsonNode elements, String place, ArrayNode into, boolean strata) {
    for (var i = 0; i < elements.size(); i++) {
      var at = place + "/elements/" + i;
      imported.stood((strata ? "/strata/" : "/questions/") + into.size(), at);
      into.add(strata ? stratum(elements.get(i), at) : question(elements.get(i), at, into.size()));
    }
  }

  private ObjectNode stratum(JsonNode element, String at) {
    known(element, at, Set.of("type", "name", "title", "isRequired", "choices"));
    var type = element.path("type").asText();
    if (!type.equals("radiogroup") && !type.equals("dropdown")) {
      imported.fault(at + "/type", "exchange-type", type);
    }
    var name = element.path("name").asText();
    var id = Names.stratum(name);
    if (id.isEmpty()) {
      imported.fault(at + "/name", "exchange-name");
    }
    imported.named(name, id.orElse(""));
    var stratum = NODES.objectNode().put("id", id.orElse(""));
    stratum.set("label", texts(element, "title", at));
    stratum.set("options", choices(element.path("choices"), at + "/choices"));
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
    known(element, at, names);
    var name = element.path("name").asText();
    var id = Names.question(name);
    if (id.isEmpty()) {
      imported.fault(at + "/name", "exchange-name");
    }
    question.put("id", id.orElse(""));
    question.set("text", texts(element, "title", at));
    var ours = element.path(SurveyJsWriter.OURS);
    conditions(element, ours, question, at);
    for (var field : new String[] {"measure", "measures", "bands"}) {
      copy(ours, field, question, field);
      imported.stood("/questions/" + index + "/" + field, at + "/" + SurveyJsWriter.OURS);
    }
    question.set("wording", ours.has("wording") ? ours.get("wording") : unknownSource());
    typed(element, type, ours, question, at);
    imported.named(name, id.orElse(""));
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
    if (element.path("isRequired").asBoolean()) {
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
        question.set("options", choices(element.path("choices"), at + "/choices"));
        copy(element, "minSelectedChoices", question, "fewest");
        copy(element, "maxSelectedChoices", question, "most");
      }
      case "rating" -> {
        question.put("type", "scale");
        question.set("from", element.has("rateMin") ? element.get("rateMin") : NODES.numberNode(1));
        question.set("to", element.has("rateMax") ? element.get("rateMax") : NODES.numberNode(5));
        question.set("lowest", texts(element, "minRateDescription", at));
        question.set("highest", texts(element, "maxRateDescription", at));
      }
      case "matrix" -> {
        question.put("type", "grid");
        question.set("options", choices(element.path("columns"), at + "/columns"));
        question.set("rows", rows(element.path("rows"), at + "/rows"));
      }
      case "text", "comment" -> written(element, question, at);
      default -> {
        question.put("type", ours.has("scale") ? "scale" : "single");
        var options = choices(element.path("choices"), at + "/choices");
        if (ours.has("scale")) {
          scale(ours.get("scale"), options, question, at);
        } else {
          question.set("options", options);
        }
      }
    }
  }

  private void scale(JsonNode scale, ArrayNode options, ObjectNode question, String at) {
    for (var field : new String[] {"from", "to", "lowest", "highest"}) {
      copy(scale, field, question, field);
    }
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
    var wanted = question.path("to").asInt() - question.path("from").asInt() + 1;
    if (points.isEmpty()
        || points.size() != wanted
        || points.first() != question.path("from").asInt()) {
      imported.fault(at + "/choices", "exchange-points");
    }
  }

  private void written(JsonNode element, ObjectNode question, String at) {
    switch (element.path("inputType").asText("text")) {
      case "number" -> {
        question.put("type", "number");
        copy(element, "min", question, "least");
        copy(element, "max", question, "most");
        var step =
            element.path("step").isNumber()
                ? element.get("step").decimalValue()
                : new BigDecimal("0.001");
        question.put("decimals", Math.max(0, step.stripTrailingZeros().scale()));
      }
      case "date" -> {
        question.put("type", "date");
        copy(element, "min", question, "earliest");
        copy(element, "max", question, "latest");
      }
      case "text" -> {
        question.put("type", "text");
        copy(element, "maxLength", question, "longest");
      }
      default ->
          imported.fault(at + "/inputType", "exchange-type", element.path("inputType").asText());
    }
  }

  private ArrayNode rows(JsonNode rows, String place) {
    var all = NODES.arrayNode();
    for (var i = 0; i < rows.size(); i++) {
      var at = place + "/" + i;
      var id = Names.question(value(rows.get(i)));
      if (id.isEmpty()) {
        imported.fault(at, "exchange-name");
      }
      var row = all.addObject().put("id", id.orElse(""));
      row.set("label", label(rows.get(i), at));
      copy(rows.get(i).path(SurveyJsWriter.OURS), "wording", row, "wording");
      copy(rows.get(i).path(SurveyJsWriter.OURS), "measure", row, "measure");
    }
    return all;
  }

  private ArrayNode choices(JsonNode choices, String place) {
    var options = NODES.arrayNode();
    for (var i = 0; i < choices.size(); i++) {
      var at = place + "/" + i;
      var id = Names.option(value(choices.get(i)));
      if (id.isEmpty()) {
        imported.fault(at, "exchange-name");
      }
      var option = options.addObject().put("id", id.orElse(""));
      option.set("label", label(choices.get(i), at));
      if (choices.get(i).at("/" + SurveyJsWriter.OURS + "/outsideBase").asBoolean()) {
        option.put("outsideBase", true);
      }
    }
    return options;
  }

  private static String value(JsonNode choice) {
    return choice.isObject() ? choice.path("value").asText() : choice.asText();
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
  private ObjectNode texts(JsonNode owner, String field, String at) {
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

  private static void copy(JsonNode from, String field, ObjectNode to, String as) {
    if (from.has(field)) {
      to.set(as, from.get(field));
    }
  }
}
