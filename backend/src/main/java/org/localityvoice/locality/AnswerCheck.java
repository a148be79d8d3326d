package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.localityvoice.problem.Violation;

/**
 * Checks answers against the questions of a category, in their order: known, asked, of the right
 * type, and there when required. A question is asked when the answer it depends on was given and is
 * all right. An empty answer is no answer. Pure; never throws for any answers.
 */
public final class AnswerCheck {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, JsonNode> answers;
  private final String pointer;
  private final Map<String, List<String>> accepted = new LinkedHashMap<>();
  private final List<Violation> faults = new ArrayList<>();

  private AnswerCheck(Map<String, JsonNode> answers, String pointer) {
    this.answers = answers;
    this.pointer = pointer;
  }

  /**
   * What is wrong with answers; empty when they may be stored.
   *
   * @param answers by question: a string; a number for {@code NUMBER}; a time with zone (RFC 3339)
   *     for {@code DATE_TIME}; an option's id for {@code SINGLE}, a list of them for {@code
   *     MULTIPLE}
   * @param pointer where in the request they stand
   */
  public static List<Violation> faults(
      Category category, Map<String, JsonNode> answers, String pointer) {
    return List.copyOf(checked(category, answers, pointer).faults);
  }

  /**
   * Answers without faults as they are stored, in the order of the questions: times in UTC to the
   * second, numbers in plain digits, options in their order and once each, texts without what XML
   * cannot hold. Faulty answers are left out.
   */
  public static Map<String, List<String>> normalised(
      Category category, Map<String, JsonNode> answers) {
    return Collections.unmodifiableMap(checked(category, answers, "").accepted);
  }

  /**
   * Answers that came as text, one or several values each, as {@link #faults} wants them. What does
   * not fit its question stays text, to be told by {@code faults}.
   */
  public static Map<String, JsonNode> fromText(
      Category category, Map<String, List<String>> answers) {
    var typed = new LinkedHashMap<String, JsonNode>();
    answers.forEach(
        (id, values) -> {
          var given = values.stream().filter(value -> !value.isBlank()).toList();
          var type = category.question(id).map(CategoryQuestion::type);
          typed.put(id, typed(type.orElse(QuestionType.TEXT), given));
        });
    return typed;
  }

  private static JsonNode typed(QuestionType type, List<String> given) {
    if (type == QuestionType.MULTIPLE || given.size() > 1) {
      var list = NODES.arrayNode();
      given.forEach(list::add);
      return list;
    }
    var text = given.isEmpty() ? "" : given.get(0);
    return type == QuestionType.NUMBER && text.length() <= AnswerReading.LONGEST_NUMBER
        ? number(text)
        : NODES.textNode(text);
  }

  private static JsonNode number(String text) {
    try {
      return NODES.numberNode(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return NODES.textNode(text);
    }
  }

  private static AnswerCheck checked(
      Category category, Map<String, JsonNode> answers, String pointer) {
    var check = new AnswerCheck(answers, pointer);
    category.questions().forEach(check::question);
    var unknown = new TreeSet<>(answers.keySet());
    category.questions().forEach(question -> unknown.remove(question.id()));
    unknown.forEach(id -> check.add(id, "no-such-question"));
    return check;
  }

  private void question(CategoryQuestion question) {
    var id = question.id();
    var answer = answers.get(id);
    var asked = asked(question);
    if (answer == null || AnswerReading.empty(answer)) {
      if (asked && question.required()) {
        add(id, "required");
      }
    } else if (!asked) {
      add(id, "not-asked");
    } else {
      var reading = AnswerReading.of(question, answer, pointer + Violation.step(id));
      faults.addAll(reading.faults());
      if (reading.faults().isEmpty()) {
        accepted.put(id, reading.values());
      }
    }
  }

  private boolean asked(CategoryQuestion question) {
    var condition = question.askIf();
    return condition == null
        || accepted.getOrDefault(condition.question(), List.of()).stream()
            .anyMatch(condition.answers()::contains);
  }

  private void add(String id, String code) {
    faults.add(Violation.at(pointer + Violation.step(id), code));
  }
}
