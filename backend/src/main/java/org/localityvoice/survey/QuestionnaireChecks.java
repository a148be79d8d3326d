package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Area;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.expression.Expressions;
import org.localityvoice.survey.expression.Kind;

/** What a schema cannot say about a questionnaire. Pure. */
public final class QuestionnaireChecks {
  private final Questionnaire form;
  private final MeasureChecks measures;
  private final List<Violation> faults = new ArrayList<>();
  private final Map<String, Kind> names = new HashMap<>();
  private final Map<String, Set<String>> singles = new HashMap<>();

  private QuestionnaireChecks(Questionnaire form, Area area) {
    this.form = form;
    this.measures = new MeasureChecks(area, this::texts, faults);
  }

  /** Everything that keeps a questionnaire from being published, by pointer into it. */
  public static List<Violation> faults(Questionnaire form, Area area) {
    var checks = new QuestionnaireChecks(form, area);
    checks.texts("/title", form.title());
    checks.texts("/introduction", form.introduction());
    checks.strata();
    checks.questions();
    return List.copyOf(checks.faults);
  }

  private void fault(String place, String code, Object... arguments) {
    faults.add(Violation.at(place, code, arguments));
  }

  private void texts(String place, Map<String, String> texts) {
    form.languages().stream()
        .filter(language -> texts.getOrDefault(language, "").isBlank())
        .forEach(language -> fault(place, "form-text", language));
  }

  private void strata() {
    unique("/strata", form.strata().stream().map(Questionnaire.Stratum::id).toList());
    for (var i = 0; i < form.strata().size(); i++) {
      var stratum = form.strata().get(i);
      texts("/strata/" + i + "/label", stratum.label());
      options("/strata/" + i + "/options", stratum.options());
      names.put(stratum.id(), Conditions.kind(stratum));
    }
  }

  private void options(String place, List<Option> options) {
    labels(place, options);
    if (options.stream().allMatch(Option::outsideBase)) {
      fault(place, "form-no-base");
    }
  }

  private void labels(String place, List<Option> options) {
    unique(place, options.stream().map(Option::id).toList());
    for (var i = 0; i < options.size(); i++) {
      texts(place + "/" + i + "/label", options.get(i).label());
    }
  }

  private void questions() {
    unique("/questions", form.questions().stream().map(Question::id).toList());
    for (var i = 0; i < form.questions().size(); i++) {
      var question = form.questions().get(i);
      var place = "/questions/" + i;
      texts(place + "/text", question.text());
      askIf(place + "/askIf", question.askIf());
      condition(place + "/showIf", question.showIf());
      condition(place + "/requiredIf", question.requiredIf());
      shape(place, question);
      measures.check(place, question);
      names.putAll(Conditions.names(question));
    }
  }

  private void shape(String place, Question question) {
    if (question instanceof Question.Single single) {
      options(place + "/options", single.options());
      singles.put(single.id(), Conditions.ids(single.options()));
    } else if (question instanceof Question.Multiple multiple) {
      options(place + "/options", multiple.options());
      faults.addAll(Bounds.of(place, multiple));
    } else if (question instanceof Question.Grid grid) {
      options(place + "/options", grid.options());
      unique(place + "/rows", grid.rows().stream().map(Question.Row::id).toList());
      for (var i = 0; i < grid.rows().size(); i++) {
        texts(place + "/rows/" + i + "/label", grid.rows().get(i).label());
      }
    } else if (question instanceof Question.Scale scale) {
      texts(place + "/lowest", scale.lowest());
      texts(place + "/highest", scale.highest());
      labels(place + "/others", scale.others());
      faults.addAll(Bounds.of(place, scale));
    } else if (question instanceof Question.Quantity quantity) {
      bands(place + "/bands", quantity.bands());
      faults.addAll(Bounds.of(place, quantity));
    } else if (question instanceof Question.Day day) {
      bands(place + "/bands", day.bands());
      faults.addAll(Bounds.of(place, day));
    }
  }

  private void bands(String place, List<Question.Band> bands) {
    unique(place, bands.stream().map(Question.Band::id).toList());
    for (var i = 0; i < bands.size(); i++) {
      texts(place + "/" + i + "/label", bands.get(i).label());
    }
  }

  private void askIf(String place, Question.@Nullable AskIf condition) {
    if (condition == null) {
      return;
    }
    var options = singles.get(condition.question());
    if (options == null) {
      fault(place + "/question", "form-not-earlier");
    } else {
      condition.answers().stream()
          .filter(answer -> !options.contains(answer))
          .forEach(answer -> fault(place + "/answers", "form-no-option", answer));
    }
  }

  private void condition(String place, @Nullable String source) {
    if (source != null) {
      Expressions.read(source, names)
          .faults()
          .forEach(
              found -> fault(place, "form-condition-" + found.code(), found.arguments().toArray()));
    }
  }

  private void unique(String place, Collection<String> ids) {
    var seen = new HashSet<String>();
    ids.stream().filter(id -> !seen.add(id)).forEach(id -> fault(place, "form-id-twice", id));
  }
}
