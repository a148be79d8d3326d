package org.localityvoice.survey;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.expression.Value;

/**
 * Checks answers against a questionnaire: known questions, fitting answers, and conditions. Takes
 * the questions in their order, as a phone does: a question that is not asked has no answer, also
 * for the conditions of later ones.
 */
final class AnswerSheet {
  private static final String ANSWERS = "/answers";
  private static final String STRATA = "/strata";

  private final Map<String, Set<String>> strata = new LinkedHashMap<>();
  private final Map<String, Asked> questions = new LinkedHashMap<>();

  /** A question with its conditions, which are read from their text once and for all sheets. */
  private record Asked(Question question, Conditions when) {}

  /** The checks of a version; made once for each, since a version never changes. */
  AnswerSheet(Questionnaire questionnaire) {
    questionnaire
        .strata()
        .forEach(stratum -> strata.put(stratum.id(), Conditions.ids(stratum.options())));
    for (var question : questionnaire.questions()) {
      questions.put(question.id(), new Asked(question, Conditions.of(question)));
    }
  }

  /**
   * Reads a sheet; it may be stored when the reading has no faults.
   *
   * @param given option by stratum
   * @param answers as in the contract, by question
   */
  AnswerReading read(Map<String, String> given, Map<String, Object> answers) {
    var reading = AnswerReading.none();
    checkStrata(given, reading.faults());
    given.forEach((id, option) -> reading.values().put(id, new Value.Text(option)));
    answers.keySet().stream()
        .filter(id -> !questions.containsKey(id))
        .forEach(id -> reading.faults().add(Violation.at(place(id), "unknown-question")));
    questions.values().forEach(asked -> readOne(asked, answers, reading));
    return reading;
  }

  /** What is wrong with a sheet; empty when it may be counted. */
  List<Violation> faults(Map<String, String> given, Map<String, Object> answers) {
    return List.copyOf(read(given, answers).faults());
  }

  private static void readOne(Asked asked, Map<String, Object> answers, AnswerReading reading) {
    var question = asked.question();
    var when = asked.when();
    var answer = answers.get(question.id());
    var place = place(question.id());
    if (!when.asked(reading.values())) {
      if (answer != null) {
        reading.faults().add(Violation.at(place, "not-asked"));
      }
      return;
    }
    var demanded = when.demanded(reading.values());
    if (answer != null) {
      reading.add(question, answer, place);
    }
    if (demanded) {
      missing(question, answer, place, reading.faults());
    }
  }

  private static void missing(
      Question question, @Nullable Object answer, String place, List<Violation> faults) {
    if (answer == null) {
      faults.add(Violation.at(place, "required"));
    } else if (question instanceof Question.Grid grid && answer instanceof Map<?, ?> rows) {
      grid.rows().stream()
          .filter(row -> !rows.containsKey(row.id()))
          .forEach(row -> faults.add(Violation.at(place + Violation.step(row.id()), "required")));
    }
  }

  private static String place(String question) {
    return ANSWERS + Violation.step(question);
  }

  private void checkStrata(Map<String, String> given, List<Violation> faults) {
    strata.forEach(
        (id, allowed) -> {
          var option = given.get(id);
          var place = STRATA + Violation.step(id);
          if (option == null) {
            faults.add(Violation.at(place, "required"));
          } else if (!allowed.contains(option)) {
            faults.add(Violation.at(place, "unknown-option"));
          }
        });
    var unknown = new HashSet<>(given.keySet());
    unknown.removeAll(strata.keySet());
    unknown.forEach(id -> faults.add(Violation.at(STRATA + Violation.step(id), "unknown-stratum")));
  }
}
