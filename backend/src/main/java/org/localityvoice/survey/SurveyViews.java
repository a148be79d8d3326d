package org.localityvoice.survey;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.Json;

/** Waves and questionnaires as the contract shows them, with texts in one language. */
final class SurveyViews {
  private SurveyViews() {}

  record QuestionnaireReference(String id, int version) {}

  record Destruction(Instant destroyedAt, String by, String method) {}

  record CalendarView(Instant opensAt, Instant ballotsEndAt, Instant answersEndAt) {}

  record WaveSummary(
      String id,
      String locality,
      String period,
      String from,
      String to,
      String state,
      Optional<CalendarView> calendar,
      List<String> modes,
      boolean synthetic,
      QuestionnaireReference questionnaire,
      Optional<Destruction> destruction) {}

  record OptionView(String id, String label, Optional<Boolean> outsideBase) {}

  record StratumView(String id, String label, List<OptionView> options) {}

  record RowView(String id, String label) {}

  record QuestionView(
      String id,
      String type,
      String text,
      Optional<Question.AskIf> askIf,
      Optional<String> showIf,
      Optional<String> requiredIf,
      Optional<List<RowView>> rows,
      List<OptionView> options,
      @JsonAnyGetter Map<String, Object> bounds) {}

  record QuestionnaireView(
      String id,
      int version,
      String language,
      List<String> languages,
      String title,
      String introduction,
      List<StratumView> strata,
      List<QuestionView> questions) {}

  record WaveView(WaveSummary wave, QuestionnaireView questionnaire) {}

  /**
   * A wave.
   *
   * @param today the day it is in the area, by which a planned wave is open or not
   */
  static WaveSummary summary(Wave wave, LocalDate today, ZoneId zone) {
    return new WaveSummary(
        wave.id(),
        wave.locality(),
        wave.period(),
        wave.from(),
        wave.to(),
        wave.on(today).slug(),
        Optional.ofNullable(wave.plan()).map(plan -> calendar(wave, plan, zone)),
        wave.modes(),
        wave.synthetic(),
        reference(wave),
        Optional.ofNullable(wave.destroyedAt())
            .map(
                when ->
                    new Destruction(
                        when,
                        Optional.ofNullable(wave.closedBy()).orElse("unknown"),
                        wave.keysElsewhere()
                            ? "file-overwritten-and-deleted"
                            : "removed-from-database")));
  }

  /** Days begin at local midnight, or when the clocks skip it, at the first moment there is. */
  private static CalendarView calendar(Wave wave, WavePlan plan, ZoneId zone) {
    var after = wave.lastDay().plusDays(1);
    return new CalendarView(
        LocalDate.parse(wave.from()).atStartOfDay(zone).toInstant(),
        after.atStartOfDay(zone).toInstant(),
        after.plusDays(plan.graceDays()).atStartOfDay(zone).toInstant());
  }

  /** Name and version of a wave's questionnaire. */
  static QuestionnaireReference reference(Wave wave) {
    var at = wave.questionnaire().lastIndexOf('@');
    return new QuestionnaireReference(
        wave.questionnaire().substring(0, at),
        Integer.parseInt(wave.questionnaire().substring(at + 1)));
  }

  static QuestionnaireView questionnaire(Questionnaire form, String language) {
    return new QuestionnaireView(
        form.name(),
        form.version(),
        language,
        form.languages(),
        text(form.title(), language),
        text(form.introduction(), language),
        form.strata().stream()
            .map(
                stratum ->
                    new StratumView(
                        stratum.id(),
                        text(stratum.label(), language),
                        options(stratum.options(), language)))
            .toList(),
        form.questions().stream().map(question -> question(question, language)).toList());
  }

  private static QuestionView question(Question question, String language) {
    Optional<List<RowView>> rows =
        question instanceof Question.Grid grid
            ? Optional.of(
                grid.rows().stream()
                    .map(row -> new RowView(row.id(), text(row.label(), language)))
                    .toList())
            : Optional.empty();
    return new QuestionView(
        question.id(),
        type(question),
        text(question.text(), language),
        Optional.ofNullable(question.askIf()),
        Optional.ofNullable(question.showIf()),
        Optional.ofNullable(question.requiredIf()),
        rows,
        options(Choices.shown(question), language),
        AnswerBounds.of(question));
  }

  private static String type(Question question) {
    return Json.tree(question).path("type").asText();
  }

  private static List<OptionView> options(List<Questionnaire.Option> options, String language) {
    return options.stream()
        .map(
            option ->
                new OptionView(
                    option.id(),
                    text(option.label(), language),
                    option.outsideBase() ? Optional.of(true) : Optional.empty()))
        .toList();
  }

  private static String text(Map<String, String> texts, String language) {
    return texts.getOrDefault(language, "");
  }
}
