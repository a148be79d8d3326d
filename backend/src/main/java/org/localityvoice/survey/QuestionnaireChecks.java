package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Fault;

/** What a schema cannot say about a questionnaire. Pure. */
final class QuestionnaireChecks {
  private final Questionnaire form;
  private final Area area;
  private final String at;
  private final List<Fault> faults = new ArrayList<>();

  private QuestionnaireChecks(Questionnaire form, Area area, String at) {
    this.form = form;
    this.area = area;
    this.at = at;
  }

  /** Faults of a questionnaire that stands at a pointer of the area file. */
  static List<Fault> faults(Questionnaire form, Area area, String at) {
    var checks = new QuestionnaireChecks(form, area, at);
    checks.texts("/title", form.title());
    checks.texts("/introduction", form.introduction());
    checks.strata();
    checks.questions();
    return checks.faults;
  }

  private void fault(String place, String message) {
    faults.add(Fault.at(at + place, message));
  }

  private void texts(String place, Map<String, String> texts) {
    form.languages().stream()
        .filter(language -> texts.getOrDefault(language, "").isBlank())
        .forEach(language -> fault(place, "lacks its text in " + language));
  }

  private void strata() {
    unique("/strata", form.strata().stream().map(Questionnaire.Stratum::id).toList());
    for (var i = 0; i < form.strata().size(); i++) {
      var stratum = form.strata().get(i);
      texts("/strata/" + i + "/label", stratum.label());
      options("/strata/" + i, stratum.options());
    }
  }

  private void options(String place, List<Questionnaire.Option> options) {
    unique(place + "/options", options.stream().map(Questionnaire.Option::id).toList());
    for (var i = 0; i < options.size(); i++) {
      texts(place + "/options/" + i + "/label", options.get(i).label());
    }
    if (options.stream().allMatch(Questionnaire.Option::outsideBase)) {
      fault(place + "/options", "has no option inside the base");
    }
  }

  private void questions() {
    unique("/questions", form.questions().stream().map(Question::id).toList());
    var earlier = new HashMap<String, Set<String>>();
    var measures = new HashSet<String>();
    for (var i = 0; i < form.questions().size(); i++) {
      var question = form.questions().get(i);
      var place = "/questions/" + i;
      texts(place + "/text", question.text());
      options(place, question.options());
      askIf(place + "/askIf", question, earlier);
      if (question instanceof Question.Grid grid) {
        rows(place, grid, measures);
      } else if (question instanceof Question.Single single) {
        earlier.put(single.id(), ids(single.options()));
        measure(place + "/measure", Optional.ofNullable(single.measure()), question, measures);
      }
    }
  }

  private void rows(String place, Question.Grid grid, Set<String> measures) {
    unique(place + "/rows", grid.rows().stream().map(Question.Row::id).toList());
    for (var i = 0; i < grid.rows().size(); i++) {
      var row = grid.rows().get(i);
      texts(place + "/rows/" + i + "/label", row.label());
      measure(
          place + "/rows/" + i + "/measure", Optional.ofNullable(row.measure()), grid, measures);
    }
  }

  private void askIf(String place, Question question, Map<String, Set<String>> earlier) {
    var condition = question.askIf();
    if (condition == null) {
      return;
    }
    var options = earlier.get(condition.question());
    if (options == null) {
      fault(place + "/question", "is not an earlier single question");
    } else {
      condition.answers().stream()
          .filter(answer -> !options.contains(answer))
          .forEach(answer -> fault(place + "/answers", "names no option of it: " + answer));
    }
  }

  private void measure(
      String place, Optional<Measure> given, Question question, Set<String> measures) {
    if (given.isEmpty()) {
      return;
    }
    var measure = given.get();
    if (!measures.add(measure.id())) {
      fault(place + "/id", "is used twice: " + measure.id());
    }
    if (area.theme(measure.theme()).isEmpty()) {
      fault(place + "/theme", "names no theme of the file: " + measure.theme());
    }
    texts(place + "/title", measure.title());
    var inside =
        question.options().stream()
            .filter(option -> !option.outsideBase())
            .map(Questionnaire.Option::id)
            .collect(Collectors.toSet());
    measure.positive().stream()
        .filter(option -> !inside.contains(option))
        .forEach(option -> fault(place + "/positive", "is no option inside the base: " + option));
  }

  private void unique(String place, Collection<String> ids) {
    var seen = new HashSet<String>();
    ids.stream().filter(id -> !seen.add(id)).forEach(id -> fault(place, "has the id twice: " + id));
  }

  private static Set<String> ids(List<Questionnaire.Option> options) {
    return options.stream().map(Questionnaire.Option::id).collect(Collectors.toSet());
  }
}
