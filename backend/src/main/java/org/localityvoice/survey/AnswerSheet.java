package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire.Option;

/** Checks answers against a questionnaire: known questions and options, and the skip logic. */
final class AnswerSheet {
  private static final String ANSWERS = "/answers";
  private static final String STRATA = "/strata";

  private final Map<String, Set<String>> strata = new LinkedHashMap<>();
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Set<String>> options = new HashMap<>();

  AnswerSheet(Questionnaire questionnaire) {
    questionnaire.strata().forEach(stratum -> strata.put(stratum.id(), ids(stratum.options())));
    for (var question : questionnaire.questions()) {
      questions.put(question.id(), question);
      options.put(question.id(), ids(question.options()));
    }
  }

  private static Set<String> ids(List<Option> options) {
    return options.stream().map(Option::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What is wrong with a sheet; empty when it may be counted.
   *
   * @param answers as in the contract: option text, or a map of row to option text
   */
  List<Violation> faults(Map<String, String> given, Map<String, Object> answers) {
    var faults = new ArrayList<Violation>();
    checkStrata(given, faults);
    answers.forEach(
        (id, answer) -> {
          var place = ANSWERS + Violation.step(id);
          var question = questions.get(id);
          if (question == null) {
            faults.add(Violation.at(place, "unknown-question"));
          } else if (!asked(question, answers)) {
            faults.add(Violation.at(place, "not-asked"));
          } else {
            checkAnswer(question, answer, place, faults);
          }
        });
    return faults;
  }

  /** The checked answers as they are stored: option by item. */
  static Map<String, String> byItem(Map<String, Object> answers) {
    var items = new HashMap<String, String>();
    answers.forEach(
        (id, answer) -> {
          if (answer instanceof Map<?, ?> rows) {
            rows.forEach((row, option) -> items.put(id + "/" + row, String.valueOf(option)));
          } else {
            items.put(id, String.valueOf(answer));
          }
        });
    return items;
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

  private static boolean asked(Question question, Map<String, Object> answers) {
    var condition = question.askIf();
    return condition == null
        || (answers.get(condition.question()) instanceof String answer
            && condition.answers().contains(answer));
  }

  private void checkAnswer(Question question, Object answer, String place, List<Violation> faults) {
    var allowed = options.getOrDefault(question.id(), Set.of());
    if (question instanceof Question.Grid grid) {
      if (answer instanceof Map<?, ?> rows) {
        checkRows(grid, rows, allowed, place, faults);
      } else {
        faults.add(Violation.at(place, "grid-wanted"));
      }
    } else if (!(answer instanceof String option)) {
      faults.add(Violation.at(place, "option-wanted"));
    } else if (!allowed.contains(option)) {
      faults.add(Violation.at(place, "unknown-option"));
    }
  }

  private static void checkRows(
      Question.Grid grid,
      Map<?, ?> rows,
      Set<String> allowed,
      String place,
      List<Violation> faults) {
    var known = grid.rows().stream().map(Question.Row::id).collect(Collectors.toSet());
    rows.forEach(
        (row, option) -> {
          var at = place + Violation.step(String.valueOf(row));
          if (!known.contains(String.valueOf(row))) {
            faults.add(Violation.at(at, "unknown-row"));
          } else if (!allowed.contains(String.valueOf(option))) {
            faults.add(Violation.at(at, "unknown-option"));
          }
        });
    if (rows.isEmpty()) {
      faults.add(Violation.at(place, "minProperties", 1));
    }
  }
}
