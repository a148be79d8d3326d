package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;

/**
 * A questionnaire as SurveyJS JSON. What SurveyJS has no word for stands in {@code localityVoice},
 * which it passes over.
 */
final class SurveyJsWriter {
  static final String OURS = "localityVoice";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String original;

  private SurveyJsWriter(String original) {
    this.original = original;
  }

  static ObjectNode write(Questionnaire form) {
    return new SurveyJsWriter(form.original()).survey(Questionnaires.content(form));
  }

  private ObjectNode survey(JsonNode content) {
    var survey = NODES.objectNode();
    survey.put("locale", original);
    survey.set("title", texts(content.get("title")));
    survey.set("description", texts(content.get("introduction")));
    survey.set(OURS, Carried.ours(content, "languages", "modes"));
    var pages = survey.putArray("pages");
    var strata = pages.addObject().put("name", "strata").putArray("elements");
    content.get("strata").forEach(stratum -> strata.add(stratum(stratum)));
    var questions = pages.addObject().put("name", "questions").putArray("elements");
    content.get("questions").forEach(question -> questions.add(question(question)));
    return survey;
  }

  private ObjectNode stratum(JsonNode stratum) {
    var element = NODES.objectNode().put("type", "radiogroup").put("name", id(stratum));
    element.set("title", texts(stratum.get("label")));
    element.put("isRequired", true);
    element.set("choices", choices(stratum.get("options"), "value", "text"));
    return element;
  }

  private ObjectNode question(JsonNode question) {
    var element = NODES.objectNode().put("type", "text").put("name", id(question));
    element.set("title", texts(question.get("text")));
    Carried.shown(question, Dialect.SURVEY_JS).ifPresent(text -> element.put("visibleIf", text));
    var required = Carried.required(question, Dialect.SURVEY_JS);
    if (required.filter(Carried.ALWAYS::equals).isPresent()) {
      element.put("isRequired", true);
    } else {
      required.ifPresent(text -> element.put("requiredIf", text));
    }
    var ours = Carried.ours(question, "wording", "askIf", "showIf", "requiredIf", "measure");
    switch (question.get("type").asText()) {
      case "single" -> {
        element.put("type", "radiogroup");
        element.set("choices", choices(question.get("options"), "value", "text"));
      }
      case "multiple" -> {
        element.put("type", "checkbox");
        element.set("choices", choices(question.get("options"), "value", "text"));
        copy(question, "fewest", element, "minSelectedChoices");
        copy(question, "most", element, "maxSelectedChoices");
        copy(question, "measures", ours, "measures");
      }
      case "grid" -> {
        element.put("type", "matrix");
        element.set("columns", choices(question.get("options"), "value", "text"));
        element.set("rows", rows(question.get("rows")));
      }
      case "scale" -> scale(question, element, ours);
      case "number" -> {
        element.put("inputType", "number");
        copy(question, "least", element, "min");
        copy(question, "most", element, "max");
        element.put("step", BigDecimal.ONE.movePointLeft(question.get("decimals").asInt()));
        copy(question, "bands", ours, "bands");
      }
      case "date" -> {
        element.put("inputType", "date");
        copy(question, "earliest", element, "min");
        copy(question, "latest", element, "max");
        copy(question, "bands", ours, "bands");
      }
      default -> copy(question, "longest", element, "maxLength");
    }
    element.set(OURS, ours);
    return element;
  }

  /** A rating; with answers beside the scale, which a rating cannot have, single choices. */
  private void scale(JsonNode question, ObjectNode element, ObjectNode ours) {
    if (question.path("others").isEmpty()) {
      element.put("type", "rating");
      copy(question, "from", element, "rateMin");
      copy(question, "to", element, "rateMax");
      element.set("minRateDescription", texts(question.get("lowest")));
      element.set("maxRateDescription", texts(question.get("highest")));
      return;
    }
    element.put("type", "radiogroup");
    var choices = element.putArray("choices");
    for (var point = question.get("from").asInt(); point <= question.get("to").asInt(); point++) {
      choices.addObject().put("value", String.valueOf(point));
    }
    choices.addAll(choices(question.get("others"), "value", "text"));
    ours.set("scale", Carried.ours(question, "from", "to", "lowest", "highest"));
  }

  private ArrayNode choices(JsonNode options, String value, String text) {
    var choices = NODES.arrayNode();
    for (var option : options) {
      var choice = choices.addObject().put(value, id(option));
      choice.set(text, texts(option.get("label")));
      if (option.path("outsideBase").asBoolean()) {
        choice.putObject(OURS).put("outsideBase", true);
      }
    }
    return choices;
  }

  private ArrayNode rows(JsonNode rows) {
    var all = NODES.arrayNode();
    for (var row : rows) {
      var one = all.addObject().put("value", id(row));
      one.set("text", texts(row.get("label")));
      one.set(OURS, Carried.ours(row, "wording", "measure"));
    }
    return all;
  }

  private ObjectNode texts(JsonNode texts) {
    var theirs = NODES.objectNode();
    texts
        .properties()
        .forEach(
            entry ->
                theirs.set(
                    entry.getKey().equals(original) ? "default" : entry.getKey(),
                    entry.getValue()));
    return theirs;
  }

  private static String id(JsonNode node) {
    return node.get("id").asText();
  }

  private static void copy(JsonNode from, String field, ObjectNode to, String as) {
    if (from.has(field)) {
      to.set(as, from.get(field));
    }
  }
}
