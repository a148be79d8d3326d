package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.Questionnaire.Stratum;
import org.localityvoice.survey.expression.Expressions;
import org.localityvoice.survey.expression.Kind;
import org.localityvoice.survey.expression.Value;

/** The test vectors of the contract, which clients are to run as well. */
class ConditionVectorsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNode FILE = file();
  private static final List<Question> QUESTIONS = new ArrayList<>();
  private static final Map<String, Kind> NAMES = names();

  private static JsonNode file() {
    try (var in = ConditionVectorsTest.class.getResourceAsStream("/expressions/vectors.json")) {
      return MAPPER.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Kind> names() {
    var names = new HashMap<String, Kind>();
    FILE.get("names")
        .properties()
        .forEach(
            entry -> {
              var options = options(entry.getValue().path("options"));
              if (entry.getValue().get("type").asText().equals("stratum")) {
                names.put(
                    entry.getKey(),
                    Conditions.kind(new Stratum(entry.getKey(), Map.of(), options)));
              } else {
                QUESTIONS.add(question(entry.getKey(), entry.getValue(), options));
              }
            });
    QUESTIONS.forEach(question -> names.putAll(Conditions.names(question)));
    return names;
  }

  private static List<Option> options(JsonNode ids) {
    return StreamSupport.stream(ids.spliterator(), false)
        .map(id -> new Option(id.asText(), Map.of(), false))
        .toList();
  }

  private static Question question(String id, JsonNode node, List<Option> options) {
    Map<String, String> text = Map.of();
    return switch (node.get("type").asText()) {
      case "single" -> new Question.Single(id, text, null, options, null, null, null, null);
      case "multiple" ->
          new Question.Multiple(id, text, null, options, null, null, List.of(), null, null);
      case "scale" ->
          new Question.Scale(
              id,
              text,
              null,
              node.get("from").asInt(),
              node.get("to").asInt(),
              text,
              text,
              options(node.get("others")),
              null,
              null,
              null);
      case "grid" ->
          new Question.Grid(
              id,
              text,
              null,
              options,
              null,
              StreamSupport.stream(node.get("rows").spliterator(), false)
                  .map(row -> new Question.Row(row.asText(), text, null, null))
                  .toList(),
              null,
              null);
      case "number" ->
          new Question.Quantity(id, text, null, -100, 100, 3, List.of(), null, null, null);
      case "date" ->
          new Question.Day(id, text, null, "1900-01-01", "2100-01-01", List.of(), null, null, null);
      default -> new Question.ShortText(id, text, null, 100, null, null);
    };
  }

  static Stream<JsonNode> vectors() {
    return StreamSupport.stream(FILE.get("vectors").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_vector_comes_out(JsonNode vector) {
    var reading = Expressions.read(vector.get("expression").asText(), NAMES);
    if (vector.has("fault")) {
      assertThat(reading.expression()).isEmpty();
      assertThat(reading.faults())
          .extracting(fault -> fault.code() + " at " + fault.position())
          .containsExactly(
              vector.at("/fault/code").asText() + " at " + vector.at("/fault/position").asInt());
      return;
    }
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.expression().orElseThrow().holds(values(vector.get("answers"))))
        .isEqualTo(vector.get("result").asBoolean());
  }

  /** What conditions see of answers, read as the server reads those that are sent. */
  private static Map<String, Value> values(JsonNode answers) {
    var reading = AnswerReading.none();
    answers
        .properties()
        .forEach(
            entry -> {
              var question =
                  QUESTIONS.stream().filter(one -> one.id().equals(entry.getKey())).findFirst();
              var sent = MAPPER.convertValue(entry.getValue(), Object.class);
              question.ifPresentOrElse(
                  one -> reading.add(one, sent, "/answers"),
                  () ->
                      reading
                          .values()
                          .put(entry.getKey(), new Value.Text(entry.getValue().asText())));
            });
    assertThat(reading.faults()).isEmpty();
    return reading.values();
  }

  @Test
  void there_are_vectors_and_every_code_of_a_fault_but_length_is_among_them() {
    assertThat(vectors()).hasSizeGreaterThan(60);
    assertThat(vectors().map(vector -> vector.at("/fault/code").asText()))
        .contains(
            "syntax", "too-deep", "unknown-name", "wrong-type", "unknown-option", "not-a-date");
    assertThat(Expressions.read("true" + " ".repeat(1000), NAMES).faults())
        .extracting(fault -> fault.code() + " at " + fault.position())
        .containsExactly("too-long at 1001");
  }
}
