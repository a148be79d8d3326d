package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.localityvoice.http.Contract;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;

/** Questionnaires to carry to other tools and back. */
final class Forms {
  /** What the contract says of a draft's content. */
  static final ContractSchema CONTRACT = Contract.load("local").schema("QuestionnaireContent");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Forms() {}

  static Questionnaire of(String json) {
    try {
      return Questionnaires.of("any", 0, MAPPER.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Questionnaire with(String questions) {
    return of(
        """
        {"languages": ["en", "pl"], "modes": ["app", "paper"],
         "title": {"en": "Any", "pl": "Byle"}, "introduction": {"en": "Read\\nthis.", "pl": "To."},
         "strata": [{"id": "ageBand", "label": {"en": "Age?"},
           "options": [{"id": "16-24", "label": {"en": "16 to 24"}},
                       {"id": "none", "label": {"en": "Won't say"}, "outsideBase": true}]}],
         "questions": [%s]}
        """
            .formatted(questions));
  }

  static final String WORDING = "\"wording\": {\"kind\": \"own\", \"credit\": \"Ours.\"}";

  /** Random questions of every type, with whatever may or may not be there. */
  static Arbitrary<Questionnaire> any() {
    return question().list().ofMinSize(1).ofMaxSize(6).map(Forms::numbered);
  }

  private static Questionnaire numbered(List<String> questions) {
    var all = new StringBuilder();
    for (var i = 0; i < questions.size(); i++) {
      all.append(i == 0 ? "" : ",").append(questions.get(i).replace("@", "Q" + i));
    }
    return with(all.toString());
  }

  private static Arbitrary<String> question() {
    return Combinators.combine(type(), texts(), condition("showIf"), condition("requiredIf"))
        .as(
            (type, text, shown, required) ->
                "{\"id\": \"@\", "
                    + WORDING
                    + ", \"text\": "
                    + text
                    + shown
                    + required
                    + type
                    + "}");
  }

  private static Arbitrary<String> condition(String field) {
    return Arbitraries.of(
            "",
            "true",
            "false",
            "{Q0} = 'a'",
            "{Q0} in ('a', 'b') or {ageBand} != '16-24'",
            "not (answered({Q0}) and chosen({Q1}, 'a'))",
            "count({Q1})   >= 2",
            "{Q1/R} = 'b' and {Q0} < 3.5",
            "{Q0} > '2026-01-01'",
            "this makes no sense yet")
        .map(text -> text.isEmpty() ? "" : ", \"" + field + "\": \"" + text + "\"");
  }

  private static Arbitrary<String> texts() {
    var words =
        Arbitraries.of(
            "Why?", "a < b & \\\"c\\\"", "żółć", "{x} ${y}", "5", "true", "=1+1", "a\\nb");
    return Combinators.combine(words, words)
        .as((en, pl) -> "{\"en\": \"" + en + "\", \"pl\": \"" + pl + "\"}");
  }

  private static Arbitrary<String> type() {
    var options =
        texts()
            .map(
                text ->
                    "\"options\": [{\"id\": \"a\", \"label\": "
                        + text
                        + "}, {\"id\": \"b\", \"label\": {}, \"outsideBase\": true}]");
    var measure =
        "{\"id\": \"PMF-@\", \"series\": \"s-1\", \"theme\": \"t\", \"title\": {\"en\": \"T\"},"
            + " \"direction\": \"higher-is-better\", \"positive\": [\"a\"], \"central\": true}";
    var single =
        options.map(
            o ->
                ", \"type\": \"single\", "
                    + o
                    + ", \"measure\": "
                    + measure
                    + ", \"askIf\": {\"question\": \"Q0\", \"answers\": [\"a\"]}");
    var multiple =
        options.map(
            o ->
                ", \"type\": \"multiple\", \"fewest\": 1, \"most\": 2, "
                    + o
                    + ", \"measures\": [{\"option\": \"a\", \"measure\": "
                    + measure
                    + "}]");
    var grid =
        Combinators.combine(options, texts())
            .as(
                (o, t) ->
                    ", \"type\": \"grid\", "
                        + o
                        + ", \"rows\": [{\"id\": \"R\", \"label\": "
                        + t
                        + ", \"measure\": "
                        + measure
                        + "}, {\"id\": \"S\", \"label\": {}, "
                        + WORDING
                        + "}]");
    var scale =
        Arbitraries.of(
            ", \"type\": \"scale\", \"from\": 0, \"to\": 10, \"lowest\": {\"en\": \"No\"},"
                + " \"highest\": {\"pl\": \"Tak\"}",
            ", \"type\": \"scale\", \"from\": 1, \"to\": 5, \"lowest\": {}, \"highest\": {},"
                + " \"others\": [{\"id\": \"dk\", \"label\": {\"en\": \"?\"},"
                + " \"outsideBase\": true}]");
    var rest =
        Arbitraries.of(
            ", \"type\": \"number\", \"least\": -2.5, \"most\": 99, \"decimals\": 1",
            ", \"type\": \"number\", \"least\": 0, \"most\": 9, \"decimals\": 0, \"bands\":"
                + " [{\"id\": \"low\", \"label\": {\"en\": \"Low\"}, \"from\": \"0\"}]",
            ", \"type\": \"date\", \"earliest\": \"2026-01-01\", \"latest\": \"2026-12-31\"",
            ", \"type\": \"text\", \"longest\": 40");
    return Arbitraries.oneOf(single, multiple, grid, scale, rest);
  }
}
