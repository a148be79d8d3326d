package org.localityvoice.pmf.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pmf.Told.share;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.pmf.Told;
import org.localityvoice.pmf.catalogue.Quarter;
import org.localityvoice.report.Report;
import org.localityvoice.report.SomeReports;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What people feel, report, and wardens see, side by side. */
@ExtendWith(StoreExtension.class)
class LensesTest {
  private static final String LENSES = "/v1/localities/newport/lenses";

  @ParameterizedTest
  @CsvSource({
    "true, false, , felt-not-reported",
    "true, false, true, felt-not-reported",
    "true, false, false, felt-not-reported",
    "false, true, , reported-not-felt",
    "false, true, true, reported-not-felt",
    "false, false, true, seen-by-wardens-only",
    "false, false, false, all-agree",
    "false, false, , all-agree",
    "true, true, true, all-agree",
    "true, true, , all-agree",
    "true, true, false, not-seen",
    ", true, true, not-enough",
    "true, , true, not-enough",
    ", , , not-enough"
  })
  void every_way_in_which_they_can_stand_to_each_other_has_its_name(
      Boolean felt, Boolean reported, Boolean seen, String picture) {
    var lenses =
        new Lenses(
            Optional.ofNullable(felt), Optional.ofNullable(reported), Optional.ofNullable(seen));
    assertThat(lenses.picture().slug()).isEqualTo(picture);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30, 2026-Q3",
    "2026-09-29, 2026-Q2",
    "2026-10-01, 2026-Q3",
    "2027-01-01, 2026-Q4",
    "2026-03-30, 2025-Q4",
    "2026-12-31, 2026-Q4"
  })
  void a_quarter_is_over_with_its_last_day(LocalDate day, String quarter) {
    assertThat(Quarter.overBy(day).name()).isEqualTo(quarter);
  }

  @ParameterizedTest
  @CsvSource({
    // first day counted, shown, known
    "2026-10-01, 0, false",
    "2026-09-01, 9, false",
    "2026-09-01, 10, true",
    "2026-10-02, 9, ",
    "2026-10-02, 10, true",
    "2027-01-01, 0, ",
    ", 0, ",
    "2026-10-01, , ",
    "2026-10-02, , "
  })
  void nothing_reported_is_few_only_where_it_could_be_reported(
      LocalDate from, Integer shown, Boolean many) {
    var reported =
        new Reported(
            new Quarter("2026-Q4"), Optional.ofNullable(from), Optional.ofNullable(shown), 1_000);
    assertThat(reported.many()).isEqualTo(Optional.ofNullable(many));
    assertThat(reported.problems().isPresent()).isEqualTo(many != null);
  }

  @Test
  void that_there_is_no_problem_is_known_from_every_figure_and_one_from_one() {
    var yes = Optional.of(true);
    var no = Optional.of(false);
    var unknown = Optional.<Boolean>empty();
    assertThat(Lenses.any(List.of())).isEmpty();
    assertThat(Lenses.any(List.of(no, unknown))).isEmpty();
    assertThat(Lenses.any(List.of(no, no))).isEqualTo(no);
    assertThat(Lenses.any(List.of(unknown, yes, no))).isEqualTo(yes);
  }

  private static Told problems(Store store, int many) {
    var mongo = store.connect();
    if (many > 0) {
      MongoCollection<Report> reports = mongo.collection(Report.COLLECTION, Report.class);
      var some = new SomeReports(5, 0.01).many(many);
      Wait.forResult(Publishers.done(reports.insertMany(some)));
    }
    return new Told(mongo);
  }

  @Test
  void a_problem_that_people_feel_but_do_not_report_is_told_without_a_cause(
      Store store, @TempDir Path folder) {
    var clock = new HandClock(Instant.parse("2026-10-01T10:00:00Z"));
    try (var town = Town.on(store, folder, clock, Map.of())) {
      var told = problems(store, 0);
      told.wave(
          "pmf_w1",
          "2026-Q4",
          1,
          share("PMF-ASB-LITTER", "asb-litter-lga4-v1", 30.0, "null"),
          // High enough that it might be half.
          share("PMF-ASB-DRUGS", "asb-drugs-lga4-v1", 45.0, "null"));
      town.passes(Duration.ofDays(132));

      var now = town.nobody().gets(LENSES);

      assertThat(now.at("/month")).isEqualTo("2027-02");
      assertThat(now.at("/reported/quarter")).isEqualTo("2026-Q4");
      assertThat(now.json().at("/reported/problems").asInt(-1)).isZero();
      assertThat(now.json().at("/felt/problem").asBoolean()).isTrue();
      assertThat(now.at("/seen/words"))
          .startsWith("Not known. No walkabout has ended in this month");
      assertThat(now.json().at("/seen").has("problem")).isFalse();
      assertThat(now.at("/picture")).isEqualTo("felt-not-reported");
      assertThat(now.at("/words")).endsWith("This does not say why.");
      for (var measure : now.json().at("/felt/measures")) {
        if (measure.path("measure").asText().equals("PMF-ASB-LITTER")) {
          assertThat(measure.path("to").asText()).isEqualTo("2026-12-31");
          assertThat(measure.path("high").asInt()).isEqualTo(37);
        }
        if (measure.path("measure").asText().equals("PMF-ASB-DRUGS")) {
          assertThat(measure.path("problem").asBoolean()).isFalse();
        }
      }
      assertThat(town.nobody().gets(LENSES, "Accept-Language", "pl").at("/seen/words"))
          .startsWith("Nie wiadomo. W tym miesiącu nie zakończył się");
      // Before the first wave nothing was felt that could be compared.
      var then = town.nobody().gets(LENSES + "?month=2026-03");
      assertThat(then.at("/picture")).isEqualTo("not-enough");
      assertThat(then.json().at("/felt/measures")).isEmpty();
      assertThat(then.at("/reported/quarter")).isEqualTo("2026-Q1");
      assertThat(then.at("/felt/words")).startsWith("Not known.");
      // Nor was anything reported that could be counted: there was no service yet.
      assertThat(then.at("/reported/words")).startsWith("Not known.");
      assertThat(then.json().at("/reported").properties()).hasSize(2);
      assertThat(town.nobody().gets(LENSES + "?month=2027-03").places())
          .containsExactly("query:month");
      assertThat(town.nobody().gets("/v1/localities/nowhere/lenses").status()).isEqualTo(404);
      var meaning = town.nobody().gets("/v1/lenses/dictionary").json();
      assertThat(meaning.at("/lenses").findValuesAsText("id"))
          .containsExactly("felt", "reported", "seen");
      assertThat(meaning.at("/lenses/0/texts/en").asText()).contains("below 50 in 100");
      assertThat(meaning.at("/pictures")).hasSize(6);
    }
  }

  @Test
  void a_withdrawn_figure_is_not_known_and_does_not_say_that_there_is_no_problem(
      Store store, @TempDir Path folder) {
    var clock = new HandClock(Instant.parse("2027-02-10T10:00:00Z"));
    try (var town = Town.on(store, folder, clock, Map.of())) {
      var told = problems(store, 0);
      told.wave(
          "pmf_w1",
          "2026-Q4",
          1,
          share("PMF-ASB-LITTER", "asb-litter-lga4-v1", 60.0, "null"),
          share("PMF-ASB-DRUGS", "asb-drugs-lga4-v1", 70.0, "null"));
      town.passes(Duration.ofSeconds(2));
      assertThat(measures(town)).containsEntry("PMF-ASB-LITTER", "false");

      withdraw(town, "x1", "2026-Q4", "PMF-ASB-LITTER");
      // The only problem that the sample's made-up wave shows.
      withdraw(town, "x2", "2026-Q3", "PMF-ASB-FLY-TIPPING");
      town.passes(Duration.ofSeconds(2));

      var now = town.nobody().gets(LENSES);
      assertThat(now.json().at("/felt").has("problem")).isFalse();
      assertThat(now.at("/felt/words")).startsWith("Not known.");
      assertThat(measures(town))
          .containsEntry("PMF-ASB-LITTER", "not known")
          .containsEntry("PMF-ASB-DRUGS", "false");
      assertThat(now.at("/picture")).isEqualTo("not-enough");
      // The town came in the middle of a quarter; what was reported before is not known.
      assertThat(now.at("/reported/words")).startsWith("Not known.");
      assertThat(now.json().at("/reported").has("problems")).isFalse();
    }
  }

  private static void withdraw(Town town, String id, String period, String... measures) {
    var wish =
        Town.body(
            "id",
            id,
            "period",
            period,
            "measures",
            List.of(measures),
            "reason",
            "the wrong question was asked");
    town.as("nadia").posts("/v1/localities/newport/pmf-withdrawals", wish);
    town.as("pat").posts("/v1/pmf-withdrawals/" + id + "/approve");
  }

  private static Map<String, String> measures(Town town) {
    var all = new HashMap<String, String>();
    for (var one : town.nobody().gets(LENSES).json().at("/felt/measures")) {
      all.put(one.path("measure").asText(), one.path("problem").asText("not known"));
    }
    return all;
  }

  @Test
  void many_reports_make_the_other_lens_change(Store store, @TempDir Path folder) {
    var clock = new HandClock(Instant.parse("2027-02-10T10:00:00Z"));
    try (var town = Town.on(store, folder, clock, Map.of())) {
      var told = problems(store, 400);
      told.wave(
          "pmf_w1", "2026-Q4", 1, share("PMF-ASB-LITTER", "asb-litter-lga4-v1", 30.0, "null"));
      town.passes(Duration.ofSeconds(2));
      var now = town.nobody().gets(LENSES).json();
      assertThat(now.at("/reported/problems").asInt()).isPositive();
      assertThat(now.at("/reported/many").asBoolean()).isTrue();
      assertThat(now.at("/picture").asText()).isEqualTo("all-agree");
    }
  }
}
