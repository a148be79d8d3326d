package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pmf.Told.change;
import static org.localityvoice.pmf.Told.problems;
import static org.localityvoice.pmf.Told.share;
import static org.localityvoice.pmf.Told.withheld;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** One statement for a locality and period: put together, corrected, withdrawn, looked through. */
@ExtendWith(StoreExtension.class)
class StatementOfAPeriodTest {
  private static final String WITHDRAWALS = "/v1/localities/newport/pmf-withdrawals";
  private static final String DARK = "safe-dark-lga5-v1";
  private static final String CONFIRMED = "PMF-REPORTS-CONFIRMED";

  private static JsonNode statement(Path folder, String id) {
    try (var files = Files.list(folder.resolve("pmf"))) {
      var found = files.filter(path -> path.toString().endsWith("-" + id + ".json")).toList();
      assertThat(found).as(id).hasSize(1);
      var event = EventJson.read(Files.readString(found.get(0)));
      var schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(StatementSchemaTest.resource("pmf-statement-2.json"));
      assertThat(schema.validate(event)).as(id).isEmpty();
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> measures(JsonNode event) {
    return event.at("/data/observations").findValuesAsText("measureId");
  }

  private static JsonNode observation(JsonNode event, String measure) {
    for (var one : event.at("/data/observations")) {
      if (one.path("measureId").asText().equals(measure)) {
        return one;
      }
    }
    throw new AssertionError("no " + measure);
  }

  private static void hour(Town town) {
    town.passes(Duration.ofSeconds(2));
  }

  @Test
  void surveys_reports_and_what_officers_enter_travel_in_one_and_each_change_is_a_revision(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var told = new Told(store.connect());
      told.wave("pmf_w1", "2026-Q2", 1, share("PMF-SAFE-DARK", DARK, 41.0, "null"));
      hour(town);
      var first = statement(folder, "pmf_w1");
      assertThat(first.path("subject").asText()).isEqualTo("newport/2026-Q2");
      assertThat(first.at("/data/revision").asInt()).isEqualTo(1);
      assertThat(first.at("/data").has("supersedes")).isFalse();
      assertThat(first.at("/data/period/to").asText()).isEqualTo("2026-06-30");

      told.reports("pmf_r1", "2026-Q2", 1, problems(CONFIRMED, "reports-confirmed-v1", 8, 21));
      hour(town);
      var second = statement(folder, "pmf_r1");
      assertThat(measures(second)).containsExactly(CONFIRMED, "PMF-SAFE-DARK");
      assertThat(second.at("/data/supersedes").asText()).isEqualTo("pmf_w1");
      assertThat(second.at("/data/reason").asText()).isEqualTo("operational figures published");
      assertThat(second.at("/data/locality/boundarySet").asText()).isEqualTo("illustrative-1");

      // The wave is corrected; the correction that came before it, but arrives late, is not stated.
      told.wave("pmf_w3", "2026-Q2", 3, share("PMF-SAFE-DARK", DARK, 43.0, "null"));
      hour(town);
      told.wave("pmf_w2", "2026-Q2", 2, share("PMF-SAFE-DARK", DARK, 42.0, "null"));
      hour(town);
      var third = statement(folder, "pmf_w3");
      assertThat(third.at("/data/revision").asInt()).isEqualTo(3);
      assertThat(observation(third, "PMF-SAFE-DARK").path("estimate").asText()).isEqualTo("43.0");
      assertThat(folder.resolve("pmf").toFile().list())
          .filteredOn(name -> name.contains("pmf_w2"))
          .isEmpty();

      // An officer enters a figure, another approves.
      var value =
          Town.body(
              "id",
              "v1",
              "measure",
              "PMF-CRIME-RATE",
              "period",
              "2026-Q2",
              "value",
              31.4,
              "source",
              "Police recorded crime",
              "asOf",
              "2026-11-02");
      town.as("nadia").posts("/v1/localities/newport/measure-values", value);
      town.as("pat").posts("/v1/measure-values/v1/approve");
      hour(town);
      var id = town.as("pat").gets("/v1/pmf/statements?limit=200").json().at("/items");
      var last = id.get(id.size() - 1);
      var fourth = statement(folder, last.path("id").asText());
      assertThat(fourth.at("/data/revision").asInt()).isEqualTo(4);
      assertThat(fourth.at("/data/parts/0/provenance/source").asText())
          .isEqualTo("Police recorded crime");
      assertThat(observation(fourth, "PMF-CRIME-RATE").path("value").asText()).isEqualTo("31.4");
      assertThat(fourth.toString()).doesNotContain("nadia").doesNotContain("\"pat\"");
    }
  }

  @Test
  void a_withdrawal_takes_a_second_person_and_leaves_nothing_in_place_of_the_figure(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var told = new Told(store.connect());
      told.wave(
          "pmf_w1",
          "2026-Q2",
          1,
          share("PMF-SAFE-DARK", DARK, 41.0, "null"),
          share("PMF-SAFE-DAY", "safe-day-lga5-v1", 61.0, "null"),
          withheld("PMF-COHESION", "cohesion-cls4-v1"));
      hour(town);
      var wish =
          Town.body(
              "id",
              "x1",
              "period",
              "2026-Q2",
              "measures",
              List.of("PMF-SAFE-DARK"),
              "reason",
              "the wording was wrong");
      var proposed = town.as("nadia").posts(WITHDRAWALS, wish);
      assertThat(proposed.at("/state")).isEqualTo("proposed");
      assertThat(town.as("nadia").posts(WITHDRAWALS, wish).text()).isEqualTo(proposed.text());
      assertThat(town.as("pat").posts(WITHDRAWALS, wish).problem())
          .isEqualTo("withdrawal-id-taken");
      assertThat(town.as("nadia").posts("/v1/pmf-withdrawals/x1/approve").problem())
          .isEqualTo("second-person-needed");
      assertThat(town.as("nora").posts("/v1/pmf-withdrawals/x1/approve").status()).isEqualTo(404);
      var odd = Town.body("id", "x5", "period", "2026-Q2", "reason", "a bell\u0007");
      assertThat(town.as("nadia").posts(WITHDRAWALS, odd).places()).containsExactly("#/reason");
      var absent = Town.body("id", "x2", "period", "2026-Q1", "reason", "no such thing");
      assertThat(town.as("nadia").posts(WITHDRAWALS, absent).places()).containsExactly("#/period");
      absent.putAll(Town.body("period", "2026-Q2", "measures", List.of("PMF-STAY")));
      assertThat(town.as("nadia").posts(WITHDRAWALS, absent).places())
          .containsExactly("#/measures/0");

      assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x1/approve").at("/state"))
          .isEqualTo("approved");
      town.as("pat").posts("/v1/pmf-withdrawals/x1/approve");
      hour(town);

      var items = town.as("pat").gets("/v1/pmf/statements?limit=200").json().at("/items");
      var event = statement(folder, items.get(items.size() - 1).path("id").asText());
      assertThat(event.at("/data/revision").asInt()).isEqualTo(2);
      assertThat(event.at("/data/supersedes").asText()).isEqualTo("pmf_w1");
      assertThat(event.at("/data/reason").asText()).isEqualTo("withdrawn: the wording was wrong");
      var dark = observation(event, "PMF-SAFE-DARK");
      assertThat(dark.path("status").asText()).isEqualTo("WITHDRAWN");
      for (var field : List.of("estimate", "ciLow", "ciHigh", "se", "baseValid", "change")) {
        assertThat(dark.get(field).isNull()).as(field).isTrue();
      }
      assertThat(observation(event, "PMF-SAFE-DAY").path("status").asText()).isEqualTo("OK");
      assertThat(observation(event, "PMF-COHESION").path("status").asText())
          .isEqualTo("SUPPRESSED");

      // What is withdrawn cannot be withdrawn once more; the first request, sent again, is
      // answered.
      var again = new HashMap<>(wish);
      again.put("id", "x4");
      var refused = town.as("nadia").posts(WITHDRAWALS, again);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("already-withdrawn");
      assertThat(town.as("nadia").posts(WITHDRAWALS, wish).at("/state")).isEqualTo("approved");
      assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x1/approve").status()).isEqualTo(200);

      // The whole period, which its proposer takes back; then figures that count again.
      var all = Town.body("id", "x3", "period", "2026-Q2", "reason", "all of it");
      town.as("pat").posts(WITHDRAWALS, all);
      assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x3/refuse").at("/state"))
          .isEqualTo("refused");
      assertThat(town.as("nadia").posts("/v1/pmf-withdrawals/x3/approve").problem())
          .isEqualTo("withdrawal-decided");
      assertThat(town.as("nadia").gets(WITHDRAWALS).json().at("/withdrawals")).hasSize(2);
      told.wave("pmf_w2", "2026-Q2", 2, share("PMF-SAFE-DARK", DARK, 40.0, "null"));
      hour(town);
      assertThat(
              observation(statement(folder, "pmf_w2"), "PMF-SAFE-DARK").path("estimate").asText())
          .isEqualTo("40.0");
    }
  }

  @Test
  void two_withdrawals_of_one_figure_make_one_revision(Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var told = new Told(store.connect());
      told.wave("pmf_w1", "2026-Q2", 1, share("PMF-SAFE-DARK", DARK, 41.0, "null"));
      hour(town);
      var wish = Town.body("period", "2026-Q2", "reason", "the wording was wrong");
      for (var id : List.of("x1", "x2", "x3")) {
        wish.put("id", id);
        assertThat(town.as("nadia").posts(WITHDRAWALS, wish).status()).isEqualTo(201);
      }

      // Both are approved before either is carried out.
      town.as("pat").posts("/v1/pmf-withdrawals/x1/approve");
      town.as("pat").posts("/v1/pmf-withdrawals/x2/approve");
      hour(town);

      var items = town.as("pat").gets("/v1/pmf/statements?limit=200").json().at("/items");
      var last = statement(folder, items.get(items.size() - 1).path("id").asText());
      assertThat(last.at("/data/revision").asInt()).isEqualTo(2);
      assertThat(observation(last, "PMF-SAFE-DARK").path("status").asText()).isEqualTo("WITHDRAWN");
      var late = town.as("pat").posts("/v1/pmf-withdrawals/x3/approve");
      assertThat(late.problem()).isEqualTo("already-withdrawn");
      assertThat(late.status()).isEqualTo(409);
      assertThat(town.as("nadia").posts("/v1/pmf-withdrawals/x3/refuse").at("/state"))
          .isEqualTo("refused");
    }
  }

  @Test
  void a_central_measure_that_moves_the_wrong_way_is_listed_and_its_manager_told_once(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var told = new Told(store.connect());
      var list = "/v1/pmf/adverse-movements";
      assertThat(town.as("pat").gets(list).json().at("/reports")).isEmpty();
      told.wave(
          "pmf_w1",
          "2026-Q1",
          1,
          share("PMF-SAFE-DARK", DARK, 45, change(-2, -12, 8, "no_clear_change")),
          share("PMF-INFLUENCE", "influence-cls4-v1", 30, change(-1, -9, 7, "no_clear_change")));
      told.reports("pmf_r1", "2026-Q1", 1, problems(CONFIRMED, "reports-confirmed-v1", 12, 20));
      hour(town);
      told.wave(
          "pmf_w2",
          "2026-Q2",
          1,
          // Clear. Not clear when nine others are looked at. The other way. Twice in a row.
          share("PMF-SAFE-DAY", "safe-day-lga5-v1", 50, change(-14, -20, -8, "down")),
          share("PMF-STAY", "stay-cls5-v1", 50, change(-8, -15.9, -0.1, "down")),
          share("PMF-COHESION", "cohesion-cls4-v1", 50, change(14, 8, 20, "up")),
          share("PMF-SAFE-DARK", DARK, 43, change(-2, -12, 8, "no_clear_change")),
          // A series of its own; not central, however clear.
          share("PMF-INFLUENCE", "influence-new-v2", 29, change(-1, -9, 7, "no_clear_change")),
          share("PMF-BELONG", "belong-cls4-v1", 50, change(-14, -20, -8, "down")));
      told.reports("pmf_r2", "2026-Q2", 1, problems(CONFIRMED, "reports-confirmed-v1", 11, 20));
      hour(town);

      var report = town.as("pat").gets(list).json().at("/reports/0");
      assertThat(report.path("period").asText()).isEqualTo("2026-Q2");
      assertThat(report.path("movements").findValuesAsText("measure"))
          .containsExactly("PMF-SAFE-DARK", "PMF-SAFE-DAY");
      assertThat(report.path("movements").findValuesAsText("reason"))
          .containsExactly("two-in-a-row", "clear");

      // Reports count everything, so only a second quarter raises them.
      told.reports("pmf_r3", "2026-Q3", 1, problems(CONFIRMED, "reports-confirmed-v1", 10, 20));
      hour(town);
      var next = town.as("nadia").gets(list + "?locality=newport").json().at("/reports/0");
      assertThat(next.path("period").asText()).isEqualTo("2026-Q3");
      assertThat(next.path("movements").findValuesAsText("measure")).containsExactly(CONFIRMED);
      assertThat(next.at("/movements/0").has("pValue")).isFalse();
      assertThat(town.as("nora").gets(list).json().at("/reports")).isEmpty();
      assertThat(town.as("nora").gets(list + "?locality=newport").status()).isEqualTo(404);

      // A restatement that says the same tells nobody again.
      told.reports("pmf_r4", "2026-Q3", 2, problems(CONFIRMED, "reports-confirmed-v1", 9, 20));
      hour(town);
      var inbox = town.as("nadia").gets("/v1/inbox", "Accept-Language", "pl").json();
      var ours =
          inbox.path("items").findValuesAsText("code").stream()
              .filter(code -> code.startsWith("measure."))
              .toList();
      assertThat(ours)
          .containsExactlyInAnyOrder(
              "measure.clear", "measure.two-in-a-row", "measure.two-in-a-row");
      assertThat(inbox.toString()).contains("Poczucie bezpieczeństwa po zmroku");
      assertThat(inbox.at("/items/0").has("report")).isFalse();
      assertThat(inbox.at("/items/0/measure/period").asText()).isEqualTo("2026-Q3");

      // Worse again, but of the quarter between nothing is known.
      told.reports("pmf_r5", "2027-Q1", 1, problems(CONFIRMED, "reports-confirmed-v1", 8, 20));
      told.wave(
          "pmf_w5",
          "2027-Q1",
          1,
          share("PMF-SAFE-DARK", DARK, 41, change(-2, -12, 8, "no_clear_change")),
          share("PMF-STAY", "stay-cls5-v1", 30, change(-20, -26, -14, "down")));
      hour(town);
      var gap = town.as("pat").gets(list).json().at("/reports/0");
      assertThat(gap.path("period").asText()).isEqualTo("2027-Q1");
      assertThat(gap.path("movements").findValuesAsText("measure"))
          .as("what is clear by itself needs no quarter before")
          .containsExactly("PMF-STAY");
    }
  }
}
