package org.localityvoice.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Area;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire.Option;

/** Whether the measures of a questionnaire can be figured out. Pure. */
final class MeasureChecks {
  private final Area area;
  private final BiConsumer<String, Map<String, String>> texts;
  private final List<Violation> faults;
  private final Set<String> ids = new HashSet<>();

  /**
   * The checks.
   *
   * @param texts looks whether a text is there in every language
   * @param faults takes what is found
   */
  MeasureChecks(Area area, BiConsumer<String, Map<String, String>> texts, List<Violation> faults) {
    this.area = area;
    this.texts = texts;
    this.faults = faults;
  }

  /** Every measure of a question that stands at a pointer. */
  void check(String place, Question question) {
    if (question instanceof Question.Single single) {
      check(place + "/measure", single.measure(), question);
    } else if (question instanceof Question.Scale scale) {
      check(place + "/measure", scale.measure(), question);
    } else if (question instanceof Question.Quantity quantity) {
      banded(place, quantity.measure(), question);
    } else if (question instanceof Question.Day day) {
      banded(place, day.measure(), question);
    } else if (question instanceof Question.Grid grid) {
      for (var i = 0; i < grid.rows().size(); i++) {
        check(place + "/rows/" + i + "/measure", grid.rows().get(i).measure(), grid);
      }
    } else if (question instanceof Question.Multiple multiple) {
      several(place + "/measures", multiple);
    }
  }

  private void banded(String place, @Nullable Measure measure, Question question) {
    if (measure != null && Choices.counted(question).isEmpty()) {
      faults.add(Violation.at(place + "/measure", "form-measure-without-bands"));
    } else {
      check(place + "/measure", measure, question);
    }
  }

  private void several(String place, Question.Multiple question) {
    var measured = new HashSet<String>();
    for (var i = 0; i < question.measures().size(); i++) {
      var one = question.measures().get(i);
      var at = place + "/" + i;
      if (question.options().stream()
          .noneMatch(option -> option.id().equals(one.option()) && !option.outsideBase())) {
        faults.add(Violation.at(at + "/option", "form-not-inside", one.option()));
      } else if (!measured.add(one.option())) {
        faults.add(Violation.at(at + "/option", "form-id-twice", one.option()));
      }
      check(at + "/measure", one.measure(), question);
    }
  }

  private void check(String place, @Nullable Measure measure, Question question) {
    if (measure == null) {
      return;
    }
    if (!ids.add(measure.id())) {
      faults.add(Violation.at(place + "/id", "form-measure-twice", measure.id()));
    }
    if (area.theme(measure.theme()).isEmpty()) {
      faults.add(Violation.at(place + "/theme", "form-theme", measure.theme()));
    }
    texts.accept(place + "/title", measure.title());
    var inside =
        Choices.counted(question).stream()
            .filter(option -> !option.outsideBase())
            .map(Option::id)
            .collect(Collectors.toSet());
    measure.positive().stream()
        .filter(option -> !inside.contains(option))
        .forEach(
            option -> faults.add(Violation.at(place + "/positive", "form-not-inside", option)));
  }
}
