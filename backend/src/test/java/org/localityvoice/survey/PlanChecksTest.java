package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire.Option;
import org.localityvoice.survey.Questionnaire.Stratum;

/** What of a plan a schema cannot say. */
class PlanChecksTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static List<Option> options(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Option("option-" + i, Map.of(), false))
        .toList();
  }

  private static Question measured(int number) {
    var measure =
        new Measure(
            "PMF-" + number,
            "series-" + number,
            "feeling-safe",
            Map.of(),
            "higher-is-better",
            List.of("option-0"),
            true);
    return new Question.Single("Q" + number, Map.of(), null, options(2), null, measure, null, null);
  }

  private static List<Violation> faults(int measures, String... breakdowns) {
    return faults(measures, "2026-Q4", "2026-11-23", "2026-12-01", List.of(breakdowns));
  }

  private static List<Violation> faults(
      int measures, String period, String from, String to, List<String> breakdowns) {
    var form =
        new Questionnaire(
            "core@1",
            "core",
            1,
            List.of("en"),
            Map.of(),
            Map.of(),
            List.of(
                new Stratum("ageBand", Map.of(), options(6)),
                new Stratum("sex", Map.of(), options(4)),
                new Stratum("tenure", Map.of(), options(40))),
            IntStream.range(0, measures).mapToObj(PlanChecksTest::measured).toList(),
            Questionnaire.MODES,
            null);
    var plan =
        new SentPlan(
            new SurveyViews.QuestionnaireReference("core", 1),
            period,
            from,
            to,
            7,
            List.of("app"),
            400,
            breakdowns);
    return PlanChecks.faults(plan, form, TODAY, "/plan");
  }

  @Test
  void a_release_has_at_most_five_hundred_figures_by_group() {
    assertThat(faults(50, "ageBand", "sex")).isEmpty();
    assertThat(faults(51, "ageBand", "sex"))
        .containsExactly(Violation.at("/plan/breakdowns", "too-many-figures", 500));
    assertThat(faults(13, "tenure")).hasSize(1);
    assertThat(faults(99)).as("figures for everybody are not counted").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-Q1, 2027-01-11, 2027-03-14",
    // It opens in one quarter, ends in another, and goes through a third.
    "2026-Q4, 2026-12-20, 2027-04-10",
    "2027-Q1, 2026-12-20, 2027-04-10",
    "2027-Q2, 2026-12-20, 2027-04-10",
    // About the quarter that has just ended, or the one that is about to begin.
    "2026-Q4, 2027-01-31, 2027-02-20",
    "2027-Q1, 2026-11-23, 2026-12-01",
  })
  void a_wave_reports_for_a_quarter_that_it_is_asked_in_or_near(
      String period, String from, String to) {
    assertThat(faults(1, period, from, to, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-Q4, 2027-02-01, 2027-02-20",
    "2027-Q1, 2026-11-23, 2026-11-30",
    "2026-Q3, 2027-01-11, 2027-03-14",
    "0000-Q1, 2027-01-11, 2027-03-14",
    "9999-Q4, 2027-01-11, 2027-03-14",
  })
  void a_quarter_that_has_nothing_to_do_with_the_wave_is_refused(
      String period, String from, String to) {
    assertThat(faults(1, period, from, to, List.of()))
        .containsExactly(Violation.at("/plan/period", "period-elsewhere", 31));
  }

  @Test
  void dates_that_are_wrong_themselves_are_the_only_fault() {
    assertThat(faults(1, "2026-Q1", "2026-11-23", "2026-11-22", List.of()))
        .containsExactly(Violation.at("/plan/to", "before-from"));
  }
}
