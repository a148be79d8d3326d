package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.measure.Townsfolk.count;
import static org.localityvoice.report.measure.Townsfolk.entry;
import static org.localityvoice.report.measure.Townsfolk.moves;
import static org.localityvoice.report.measure.Townsfolk.reports;
import static org.localityvoice.report.measure.Townsfolk.says;
import static org.localityvoice.report.measure.Townsfolk.tellsThePolice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.report.Report;
import org.localityvoice.report.SomeReports;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What leaves the partnership: for everybody, and for the performance framework. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class OpenFiguresTest {
  private static final String OPEN = "/v1/localities/newport/report-measures/public";
  private static final String QUARTER = OPEN + "?period=2026-Q4";
  private static final String STATEMENTS = "/v1/localities/newport/report-statements";

  /** So many problems: some confirmed, some said to be done, the rest without any reply. */
  private static void autumn(Town town, int confirmed, int saidDone, int silent) {
    var all = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < confirmed + saidDone + silent; i++) {
      all.add(reports(town.as("resident-" + i)));
    }
    town.passes(Duration.ofHours(30));
    for (var i = 0; i < confirmed + saidDone; i++) {
      moves(town.as("rosa"), all.get(i), "say-done");
      if (i < confirmed) {
        says(town.as("resident-" + i), all.get(i), Map.of("verdict", "fixed"));
      }
    }
  }

  private static void winter(Town town) {
    town.clock().set(Instant.parse("2027-01-05T09:00:00Z"));
    town.works();
  }

  @Test
  void everybody_reads_in_plain_words_what_became_of_a_quarter(Town town) {
    autumn(town, 8, 6, 7);
    winter(town);

    var english = town.nobody().gets(QUARTER);
    assertThat(english.at("/words"))
        .isEqualTo(
            "Of 21 problems reported in 2026-Q4, 8 had been dealt with by the end of 2026-12-31,"
                + " and somebody other than the owner had confirmed it. 7 had not been dealt with:"
                + " the promised time had passed, nobody had replied, or those affected"
                + " disagreed.");
    assertThat(entry(english.json().at("/total/shares"), "share-not-dealt-with").path("percent"))
        .hasToString("33.3");
    assertThat(entry(english.json().at("/total/times"), "first-answer-median").path("hours"))
        .hasToString("30.0");
    var polish = town.nobody().gets(QUARTER, "Accept-Language", "pl");
    assertThat(polish.header("Content-Language")).isEqualTo("pl");
    assertThat(polish.at("/words")).contains("21").contains("Nie załatwiono: 7");
  }

  @Test
  void a_small_number_is_withheld_with_another_one_and_is_never_zero(Town town) {
    autumn(town, 2, 12, 7);
    winter(town);

    var figures = town.nobody().gets(QUARTER);

    for (var id : List.of("confirmed", "said-done")) {
      assertThat(count(figures, id).path("value").isNull()).isTrue();
      assertThat(count(figures, id).path("reason").asText()).isEqualTo("small-number");
    }
    assertThat(count(figures, "no-reply").path("value").asInt()).isEqualTo(7);
    assertThat(count(figures, "refused").path("value").asInt(-1)).isZero();
    assertThat(figures.at("/words")).contains("confirmed by the end of 2026-12-31 is not shown");
    var fix = entry(figures.json().at("/total/times"), "confirmed-fix-p90");
    assertThat(fix.path("reason").asText()).isEqualTo("small-number");
    // Staff see the numbers as they are.
    var exact = town.as("pat").gets("/v1/localities/newport/report-measures?period=2026-Q4");
    assertThat(count(exact, "confirmed").path("value").asInt()).isEqualTo(2);
  }

  @Test
  void a_handful_of_reports_is_no_figure_at_all(Town town) {
    autumn(town, 1, 1, 2);
    winter(town);
    var figures = town.nobody().gets(QUARTER + "&by=category");
    assertThat(figures.json().at("/total/counts").findValues("value"))
        .filteredOn(JsonNode::isNumber)
        .hasSizeLessThanOrEqualTo(2)
        .allMatch(number -> number.asInt() == 0);
    assertThat(figures.at("/words")).startsWith("So few problems");
    assertThat(figures.json().has("groups")).isFalse();
  }

  @Test
  void a_quarter_that_is_not_over_has_no_open_figures_and_other_periods_have_none_ever(Town town) {
    assertThat(town.nobody().gets(QUARTER).problem()).isEqualTo("period-not-over");
    for (var query :
        List.of(
            "?period=2026-11", "?period=2026-Q4&by=partner", "?period=2026-Q3&at=2026-11-01", "")) {
      assertThat(town.nobody().gets(OPEN + query).status()).isEqualTo(400);
    }
    assertThat(
            town.nobody()
                .gets("/v1/localities/nowhere/report-measures/public?period=2026-Q3")
                .status())
        .isEqualTo(404);
    assertThat(town.nobody().gets(OPEN + "?period=2026-Q3").at("/words"))
        .isEqualTo("No problems were reported in 2026-Q3.");
  }

  @Test
  void confidential_reports_are_in_nothing_that_leaves(Town town) {
    autumn(town, 6, 0, 0);
    for (var i = 0; i < 7; i++) {
      tellsThePolice(town.as("resident-" + i));
    }
    winter(town);
    assertThat(count(town.nobody().gets(QUARTER), "problems").path("value").asInt()).isEqualTo(6);
    var statement = proposes(town.as("pat"), UUID.randomUUID().toString());
    assertThat(observation(statement.json(), "PMF-REPORTS-CONFIRMED").path("denominator").asInt())
        .isEqualTo(6);
  }

  @Test
  void open_figures_change_once_a_month_only(Town town) {
    autumn(town, 6, 6, 9);
    winter(town);
    var before = town.nobody().gets(QUARTER);
    reports(town.as("ana"));
    town.passes(Duration.ofDays(20));
    assertThat(town.nobody().gets(QUARTER).text()).isEqualTo(before.text());
    assertThat(town.nobody().gets(QUARTER).header("ETag")).isEqualTo(before.header("ETag"));
  }

  private static Answer proposes(Person person, String id) {
    return person.posts(STATEMENTS, Map.of("id", id, "period", "2026-Q4"));
  }

  private static JsonNode observation(JsonNode statement, String measure) {
    for (var observation : statement.findValue("observations")) {
      if (observation.get("measureId").asText().equals(measure)) {
        return observation;
      }
    }
    throw new AssertionError("no " + measure);
  }

  @Test
  void the_figures_of_a_quarter_travel_to_the_pmf(Store store, @TempDir Path folder)
      throws Exception {
    try (var town = Town.on(store, folder, Map.of())) {
      autumn(town, 8, 6, 7);
      var id = UUID.randomUUID().toString();
      assertThat(proposes(town.as("pat"), id).problem()).isEqualTo("period-not-over");
      winter(town);
      var proposed = proposes(town.as("pat"), id);
      assertThat(proposed.status()).isEqualTo(201);
      assertThat(proposed.at("/state")).isEqualTo("proposed");
      var place = "/v1/report-statements/" + id;
      assertThat(proposed.header("Location")).isEqualTo(place);
      assertThat(town.as("pat").posts(place + "/approve").problem())
          .isEqualTo("second-person-needed");

      assertThat(town.as("nadia").posts(place + "/approve").at("/state")).isEqualTo("published");
      town.passes(Duration.ofSeconds(1));

      var event = statement(folder.resolve("pmf"), id);
      var schema = town.nobody().gets("/schemas/pmf-statement-2.json").json();
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(event))
          .isEmpty();
      assertThat(event.path("type").asText())
          .isEqualTo("org.localityvoice.pmf.figures.published.v2");
      assertThat(event.path("subject").asText()).isEqualTo("newport/2026-Q4");
      var open = observation(event, "PMF-REPORTS-NOT-DEALT-WITH");
      assertThat(open.path("numerator").asInt()).isEqualTo(7);
      assertThat(open.path("denominator").asInt()).isEqualTo(21);
      assertThat(open.path("value").asDouble()).isEqualTo(33.3);
      assertThat(open.path("theme").asText()).isEqualTo("customer-experience");
      assertThat(observation(event, "PMF-REPORTS-CONFIRMED-FIX-P90").path("status").asText())
          .isEqualTo("NOT_REACHED");
      assertThat(event.toString()).doesNotContain("pat").doesNotContain("nadia");

      // Once is enough, until something has changed.
      var again = town.as("nadia").posts(place + "/approve");
      assertThat(again.at("/approvedAt")).isEqualTo("2027-01-05T09:00:00Z");
      assertThat(proposes(town.as("pat"), id).at("/state")).isEqualTo("published");
      assertThat(proposes(town.as("pat"), UUID.randomUUID().toString()).problem())
          .isEqualTo("statement-unchanged");
      assertThat(town.as("nadia").gets(STATEMENTS).json().at("/statements")).hasSize(1);
    }
  }

  private static JsonNode statement(Path folder, String id) throws Exception {
    try (var files = Files.list(folder)) {
      var file = files.filter(path -> path.toString().contains(id)).findFirst().orElseThrow();
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    }
  }

  @Test
  void a_statement_that_corrects_another_is_the_next_revision_and_names_it(
      Store store, @TempDir Path folder) throws Exception {
    try (var town = Town.on(store, folder, Map.of())) {
      autumn(town, 8, 6, 7);
      winter(town);
      var first = UUID.randomUUID().toString();
      proposes(town.as("pat"), first);
      town.as("nadia").posts("/v1/report-statements/" + first + "/approve");
      // Stated before the correction; of two that wait only the later one would be.
      town.passes(Duration.ofSeconds(1));

      // Reports of the quarter come in from another system's backup.
      var late = new SomeReports(1, 0.01).many(5);
      var reports = store.connect().collection(Report.COLLECTION, Report.class);
      Wait.forResult(Publishers.done(reports.insertMany(late)));
      var second = UUID.randomUUID().toString();
      assertThat(proposes(town.as("pat"), second).json().path("revision").asInt()).isEqualTo(2);
      town.as("nadia").posts("/v1/report-statements/" + second + "/approve");
      town.passes(Duration.ofSeconds(1));

      var event = statement(folder.resolve("pmf"), second);
      assertThat(event.at("/data/revision").asInt()).isEqualTo(2);
      assertThat(event.at("/data/supersedes").asText()).isEqualTo("pmf_" + first);
      assertThat(observation(event, "PMF-REPORTS-NOT-DEALT-WITH").path("denominator").asInt())
          .isEqualTo(26);
      assertThat(town.as("pat").gets(STATEMENTS).json().at("/statements").findValuesAsText("id"))
          .containsExactly(second, first);
    }
  }

  @Test
  void one_proposal_waits_at_a_time_and_an_id_names_one_only(Town town) {
    winter(town);
    var id = UUID.randomUUID().toString();
    var first = proposes(town.as("pat"), id);
    assertThat(proposes(town.as("pat"), id).text()).isEqualTo(first.text());
    assertThat(proposes(town.as("nadia"), id).problem()).isEqualTo("statement-id-taken");
    assertThat(town.as("pat").posts(STATEMENTS, Map.of("id", id, "period", "2026-Q3")).problem())
        .isEqualTo("statement-id-taken");
    assertThat(proposes(town.as("nadia"), UUID.randomUUID().toString()).problem())
        .isEqualTo("statement-already-proposed");
    assertThat(observation(first.json(), "PMF-REPORTS-REFUSED").path("status").asText())
        .isEqualTo("NO_BASE");
  }

  @Test
  void the_manager_of_the_other_locality_cannot_tell_a_statement_from_none(Town town) {
    winter(town);
    var id = UUID.randomUUID().toString();
    assertThat(proposes(town.as("pat"), id).status()).isEqualTo(201);
    var place = "/v1/report-statements/" + id;
    for (var person : List.of("nora", "rosa", "wyn", "ana")) {
      assertThat(town.as(person).gets(place).status()).isEqualTo(404);
      assertThat(town.as(person).posts(place + "/approve").status()).isEqualTo(404);
      assertThat(town.as(person).gets(STATEMENTS).status()).isEqualTo(404);
      assertThat(proposes(town.as(person), UUID.randomUUID().toString()).status()).isEqualTo(404);
    }
    assertThat(town.as("nadia").gets(place).at("/state")).isEqualTo("proposed");
  }
}
