package org.localityvoice.report.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.localityvoice.locality.AnswerCheck;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.CategoryQuestion;
import org.localityvoice.locality.QuestionType;

/**
 * The answers in a form, as values of the types that the category's questions want. Clients send
 * whatever they have, so what is no question is passed over, and so is the answer to a question
 * that is asked only after another one: GeoReport has no way to tell them when.
 */
final class Answers {
  private Answers() {}

  static Map<String, JsonNode> of(Category category, Map<String, List<String>> attributes) {
    var answers = new LinkedHashMap<String, List<String>>();
    for (var question : category.questions()) {
      var values = attributes.getOrDefault(question.id(), List.of());
      if (!values.isEmpty() && question.type() != QuestionType.NOTICE && asked(question, answers)) {
        answers.put(
            question.id(),
            question.type() == QuestionType.MULTIPLE ? choices(question, values) : values);
      }
    }
    return AnswerCheck.fromText(category, answers);
  }

  private static boolean asked(CategoryQuestion question, Map<String, List<String>> answers) {
    var condition = question.askIf();
    return condition == null
        || answers.getOrDefault(condition.question(), List.of()).stream()
            .anyMatch(condition.answers()::contains);
  }

  /** Each value is a choice, or several with commas. */
  private static List<String> choices(CategoryQuestion question, List<String> values) {
    return values.stream()
        .flatMap(
            value ->
                question.options().stream().anyMatch(option -> option.id().equals(value))
                    ? Stream.of(value)
                    : Arrays.stream(value.split(",", -1)).map(String::strip))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }
}
