package org.localityvoice.survey.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.localityvoice.locality.OddCharacters;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;

/**
 * Makes a draft of what fits the contract, which says everything but what belongs to which type.
 */
public final class DraftReader {
  private static final Set<String> COMMON =
      Set.of("id", "type", "text", "wording", "showIf", "requiredIf");

  private static final Pattern ONE_LINE = Pattern.compile("/(title|credit|id)(/|$)");
  private static final Pattern CONDITION = Pattern.compile("/(showIf|requiredIf)$");

  /** Fields of a type beside the common ones: those it must have, and those it may have. */
  private record Fields(List<String> needed, Set<String> possible) {}

  private static final Map<String, Fields> TYPES =
      Map.of(
          "single",
          new Fields(List.of("options"), Set.of("askIf", "measure")),
          "multiple",
          new Fields(List.of("options"), Set.of("fewest", "most", "measures")),
          "scale",
          new Fields(List.of("from", "to", "lowest", "highest"), Set.of("others", "measure")),
          "grid",
          new Fields(List.of("options", "rows"), Set.of("askIf")),
          "number",
          new Fields(List.of("least", "most", "decimals"), Set.of("bands", "measure")),
          "date",
          new Fields(List.of("earliest", "latest"), Set.of("bands", "measure")),
          "text",
          new Fields(List.of("longest"), Set.of()));

  private DraftReader() {}

  /**
   * Reads what a draft says.
   *
   * @throws Problem naming every field that does not belong where it is, or lacks
   */
  static Questionnaire read(String name, JsonNode content) {
    var faults = faults(content);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return Questionnaires.of(name, 0, content);
  }

  /**
   * Fields that lack in a question of their type or do not belong there, and characters that do not
   * belong in any, by pointer.
   */
  public static List<Violation> faults(JsonNode content) {
    var faults = new ArrayList<>(oddCharacters(content));
    var questions = content.path("questions");
    for (var i = 0; i < questions.size(); i++) {
      check("/questions/" + i, questions.path(i), faults);
    }
    return faults;
  }

  /**
   * Characters that nobody can see or another tool would lose. Drafts from before they were refused
   * can be read, and cannot be published.
   */
  static List<Violation> oddCharacters(JsonNode content) {
    return OddCharacters.faults(content, DraftReader::allowed);
  }

  private static String allowed(String place) {
    if (CONDITION.matcher(place).find()) {
      return OddCharacters.BETWEEN;
    }
    return ONE_LINE.matcher(place).find() ? OddCharacters.ONE_LINE : OddCharacters.LINES;
  }

  private static void check(String place, JsonNode question, List<Violation> faults) {
    var type = question.path("type").asText();
    var fields = TYPES.getOrDefault(type, new Fields(List.of(), Set.of()));
    fields.needed().stream()
        .filter(field -> !question.has(field))
        .forEach(field -> faults.add(Violation.at(place + "/" + field, "required")));
    question
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!COMMON.contains(field)
                  && !fields.needed().contains(field)
                  && !fields.possible().contains(field)) {
                faults.add(Violation.at(place + Violation.step(field), "additionalProperties"));
              }
            });
    if (type.equals("multiple") && question.has("most") && !question.get("most").isInt()) {
      faults.add(Violation.at(place + "/most", "type", "integer"));
    }
  }
}
