package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.localityvoice.http.Json;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;

/**
 * A questionnaire as an XLSForm. What XLSForm has no column for stands as JSON in the column {@code
 * locality_voice}, which its tools pass over.
 */
final class XlsFormWriter {
  static final String OURS = "locality_voice";
  static final String STRATA = "strata";
  static final String INTRODUCTION = "introduction";

  private final Workbook.Sheet survey = Workbook.Sheet.of("survey");
  private final Workbook.Sheet choices = Workbook.Sheet.of("choices");
  private final Workbook.Sheet settings = Workbook.Sheet.of("settings");

  private XlsFormWriter() {}

  static Workbook write(Questionnaire form) {
    var writer = new XlsFormWriter();
    writer.form(form, Questionnaires.content(form));
    return new Workbook(List.of(writer.survey, writer.choices, writer.settings));
  }

  /** A language as a column names it. */
  static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH) + " (" + tag + ")";
  }

  private void form(Questionnaire form, JsonNode content) {
    var ours = Carried.ours(content, "languages", "modes", "title");
    settings
        .add()
        .with("form_title", content.path("title").path(form.original()).asText())
        .with("form_id", form.name())
        .with("default_language", language(form.original()))
        .with(OURS, Json.text(ours));
    survey.columns().addAll(List.of("type", "name"));
    choices.columns().addAll(List.of("list_name", "name"));
    row("note", INTRODUCTION, content.get("introduction"));
    survey.add().with("type", "begin_group").with("name", STRATA);
    for (var stratum : content.get("strata")) {
      row("select_one " + id(stratum), id(stratum), stratum.get("label")).with("required", "yes");
      list(id(stratum), stratum.get("options"));
    }
    survey.add().with("type", "end_group");
    content.get("questions").forEach(this::question);
  }

  private Workbook.Row row(String type, String name, JsonNode texts) {
    return label(survey.add().with("type", type).with("name", name), texts);
  }

  private static Workbook.Row label(Workbook.Row row, JsonNode texts) {
    texts
        .properties()
        .forEach(text -> row.with("label::" + language(text.getKey()), text.getValue().asText()));
    return row;
  }

  private void list(String name, JsonNode options) {
    for (var option : options) {
      label(choices.add().with("list_name", name).with("name", id(option)), option.get("label"))
          .with("outside_base", option.path("outsideBase").asBoolean() ? "yes" : "");
    }
  }

  private void question(JsonNode question) {
    var ours =
        Carried.ours(
            question, "wording", "askIf", "showIf", "requiredIf", "measure", "measures", "bands");
    var id = id(question);
    var type = question.get("type").asText();
    var constraint = new ArrayList<String>();
    var row =
        switch (type) {
          case "single" -> row("select_one " + id, id, question.get("text"));
          case "multiple" -> {
            limit(question, "fewest", "count-selected(.) >= ", "", constraint);
            limit(question, "most", "count-selected(.) <= ", "", constraint);
            yield row("select_multiple " + id, id, question.get("text"));
          }
          case "scale" -> {
            ours.set("scale", Carried.ours(question, "from", "to", "lowest", "highest"));
            points(id, question);
            yield row("select_one " + id, id, question.get("text"));
          }
          case "grid" ->
              row("begin_group", id, question.get("text")).with("appearance", "table-list");
          case "number" -> {
            limit(question, "least", ". >= ", "", constraint);
            limit(question, "most", ". <= ", "", constraint);
            var whole = question.get("decimals").asInt() == 0;
            if (!whole) {
              ours.set("decimals", question.get("decimals"));
            }
            yield row(whole ? "integer" : "decimal", id, question.get("text"));
          }
          case "date" -> {
            limit(question, "earliest", ". >= date('", "')", constraint);
            limit(question, "latest", ". <= date('", "')", constraint);
            yield row("date", id, question.get("text"));
          }
          default -> {
            limit(question, "longest", "string-length(.) <= ", "", constraint);
            yield row("text", id, question.get("text"));
          }
        };
    Carried.shown(question, Dialect.XPATH).ifPresent(text -> row.with("relevant", text));
    if (!type.equals("grid")) {
      row.with("required", required(question));
    }
    row.with("constraint", String.join(" and ", constraint)).with(OURS, Json.text(ours));
    if (question.has("options")) {
      list(id, question.get("options"));
    }
    if (type.equals("grid")) {
      rows(id, question);
    }
  }

  /** The rows of a grid are questions of their own there, and required as the grid is. */
  private void rows(String grid, JsonNode question) {
    for (var one : question.get("rows")) {
      row("select_one " + grid, grid + "." + id(one), one.get("label"))
          .with("required", required(question))
          .with(OURS, Json.text(Carried.ours(one, "wording", "measure")));
    }
    survey.add().with("type", "end_group");
  }

  private static String required(JsonNode question) {
    var required = Carried.required(question, Dialect.XPATH).orElse("");
    return required.equals("true()") ? "yes" : required;
  }

  private void points(String list, JsonNode question) {
    for (var point = question.get("from").asInt(); point <= question.get("to").asInt(); point++) {
      var text = String.valueOf(point);
      var row = choices.add().with("list_name", list).with("name", text);
      label(row, texts(question.get("text"), text));
    }
    list(list, question.path("others"));
  }

  /** The same for every language of a text. */
  private static ObjectNode texts(JsonNode like, String text) {
    var texts = like.<ObjectNode>deepCopy();
    like.fieldNames().forEachRemaining(language -> texts.put(language, text));
    return texts;
  }

  private static void limit(
      JsonNode question, String field, String before, String after, List<String> constraint) {
    var limit = question.path(field);
    if (limit.isNumber()) {
      var plain = new BigDecimal(limit.asText()).stripTrailingZeros().toPlainString();
      constraint.add(before + plain + after);
    } else if (limit.isTextual()) {
      constraint.add(before + limit.asText() + after);
    }
  }

  private static String id(JsonNode node) {
    return node.get("id").asText();
  }
}
