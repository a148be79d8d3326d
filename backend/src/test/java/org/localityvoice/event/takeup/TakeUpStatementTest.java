package org.localityvoice.event.takeup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.report.Problems;
import org.localityvoice.report.Report;
import org.localityvoice.report.SomeReports;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Pat, the performance officer, proposes who was reached; Nadia, the manager, approves it. */
@ExtendWith(TownExtension.class)
class TakeUpStatementTest {
  private static final String TAKE_UP = "/v1/localities/newport/event-takeup";
  private static final String STATEMENTS = TAKE_UP + "-statements";
  private static final String REPORTS = "/v1/localities/newport/report-statements";
  private static final String PEOPLE = "PMF-EVENTS-PEOPLE";
  private static final String MISSED = "PMF-EVENTS-NO-SHOWS";
  private static final String WAITED = "PMF-EVENTS-WAITED-IN-VAIN";
  private static final String SILENT = "PMF-REPORTS-NOT-DEALT-WITH";

  /** One id for both: nobody has to know of the other statement to make one up. */
  private static final String ID = "newport-2026-Q4";

  private ClubTown clubs;
  private Town town;
  private Path sent;

  private static Answer proposes(Town town, String who, String where, String id) {
    return town.as(who).posts(where, Map.of("id", id, "period", "2026-Q4"));
  }

  private void published(String proposer, String approver, String where, String id) {
    var made = proposes(town, proposer, where, id);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var done = town.as(approver).posts(made.header("Location") + "/approve");
    assertThat(done.at("/state")).as(done.text()).isEqualTo("published");
    town.passes(Duration.ofSeconds(2));
  }

  /** The latest statement, as the framework gets it. */
  private JsonNode statement() {
    try (var files = Files.list(sent)) {
      var last = files.max(Path::compareTo).orElseThrow();
      var event = new ObjectMapper().readTree(Files.readAllBytes(last));
      var schema = town.nobody().gets("/schemas/pmf-statement-2.json").json();
      var check = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
      assertThat(check.getSchema(schema).validate(event)).isEmpty();
      assertThat(event.path("subject").asText()).isEqualTo("newport/2026-Q4");
      assertThat(event.toString()).doesNotContain("\"pat\"", "nadia", "guest", "uid");
      return event.path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode figure(JsonNode data, String measure, String breakdown) {
    for (var one : data.path("observations")) {
      if (one.path("measureId").asText().equals(measure)
          && one.path("breakdown").asText().equals(breakdown)) {
        return one;
      }
    }
    throw new AssertionError("no " + measure + " " + breakdown);
  }

  private static int number(JsonNode data, String measure, String field) {
    return figure(data, measure, "all").path(field).asInt(-1);
  }

  @Test
  void it_stands_beside_the_figures_about_reports_and_neither_takes_the_place_of_the_other(
      @TempDir Path folder) throws Exception {
    try (var store = StoreExtension.fresh();
        var there = new ClubTown(store, folder)) {
      clubs = there;
      town = there.town;
      sent = folder.resolve("pmf");
      autumn();
      published("pat", "nadia", REPORTS, ID);
      published("pat", "nadia", STATEMENTS, ID);
      both();
      tellsNothingMoreThanThePage();
      oneRetryIsOneStatement();
      reportsCorrected();
      publishedAgain();
      withdrawn();
    }
  }

  private void autumn() {
    assertThat(proposes(town, "pat", STATEMENTS, ID).problem()).isEqualTo("period-not-over");
    for (var i = 0; i < 7; i++) {
      var sent = town.as("resident-" + i).posts("/v1/reports", Problems.litter());
      assertThat(sent.status()).isEqualTo(201);
    }
    var club = clubs.club(50);
    clubs.note(club, "newport", AgeGroup.FROM_5_TO_10, 12, true);
    clubs.note(club, "newport", AgeGroup.FROM_11_TO_15, 9, true);
    clubs.note(club, "north-ormesby", AgeGroup.FROM_5_TO_10, 3, true);
    clubs.note(club, null, AgeGroup.FROM_5_TO_10, 8, true);
    clubs.note(club, null, AgeGroup.FROM_11_TO_15, 11, true);
    clubs.note(club, "newport", AgeGroup.FROM_5_TO_10, 6, false);
    clubs.joins(clubs.club(1), 6);
    // The clubs are over, the quarter is, and then the week in which devices may still send.
    clubs.passesUntil("2027-01-01T00:00:00Z");
    assertThat(proposes(town, "pat", STATEMENTS, ID).problem()).isEqualTo("take-up-not-counted");
    assertThat(town.as("pat").gets(STATEMENTS).json().at("/statements")).isEmpty();
    clubs.passesUntil("2027-01-08T01:00:00Z");
  }

  private void both() {
    var data = statement();
    assertThat(data.path("revision").asInt()).isEqualTo(2);
    assertThat(data.path("reason").asText()).isEqualTo("take-up of events published");
    assertThat(number(data, SILENT, "denominator")).isEqualTo(7);
    assertThat(number(data, PEOPLE, "value")).isEqualTo(43);
    assertThat(figure(data, PEOPLE, "home:newport").path("value").asInt()).isEqualTo(21);
    assertThat(figure(data, PEOPLE, "all").path("source").asText()).isEqualTo("events");
    assertThat(number(data, MISSED, "numerator")).isEqualTo(6);
    assertThat(number(data, MISSED, "denominator")).isEqualTo(49);
    assertThat(figure(data, MISSED, "all").path("value").asDouble()).isEqualTo(12.2);
    assertThat(number(data, WAITED, "value")).isEqualTo(5);
    var parts = data.path("parts");
    assertThat(parts.findValuesAsText("id"))
        .contains("report-log-cells", "event-take-up")
        .hasSize(4);
    assertThat(parts.get(1).at("/method/sessionsWithAttendance").asInt()).isEqualTo(1);
    assertThat(parts.get(1).at("/at").asText()).isEqualTo("2027-01-08T01:00:00Z");
    assertThat(parts.get(1).at("/provenance/approvedBy").asText())
        .isEqualTo("role:neighbourhood-manager");
    // Whoever pulls finds each with its own method.
    var csv = town.nobody().gets("/v1/pmf/observations.csv").text().lines().toList();
    assertThat(csv)
        .anyMatch(one -> one.startsWith(PEOPLE + ",") && one.contains("event-take-up 1.0.0"))
        .anyMatch(one -> one.startsWith(SILENT + ",") && one.contains("report-log-cells 1.0.0"))
        .noneMatch(one -> one.startsWith(SILENT + ",") && one.contains("event-take-up"));
    assertThat(town.nobody().gets("/v1/pmf/sdmx.json").text()).contains("home@newport");
  }

  /** Everything that is told of people, by breakdown. */
  private static Map<String, Integer> told(JsonNode data) {
    var told = new TreeMap<String, Integer>();
    for (var one : data.path("observations")) {
      if (one.path("measureId").asText().equals(PEOPLE)) {
        var withheld = one.path("status").asText().equals("SUPPRESSED");
        assertThat(one.path("value").isNull()).isEqualTo(withheld);
        assertThat(one.path("suppressionReason").asText(""))
            .isEqualTo(withheld ? "small-number" : "");
        if (!withheld) {
          told.put(one.path("breakdown").asText(), one.path("value").asInt());
        }
      }
    }
    return told;
  }

  private void tellsNothingMoreThanThePage() {
    var page = town.as("nadia").gets(TAKE_UP + "?period=2026-Q4").json();
    var seen = new HashMap<String, Integer>();
    put(seen, "all", page);
    ages(seen, "ageBand:", page);
    for (var home : page.path("homes")) {
      put(seen, "home:" + home.path("home").asText(), home);
      ages(seen, "homeAndAge:" + home.path("home").asText() + "-", home);
    }
    var told = told(statement());
    assertThat(told).as("the control: there is something to compare").hasSizeGreaterThan(4);
    assertThat(told)
        .as("nothing beyond the page")
        .allSatisfy((cell, people) -> assertThat(seen).containsEntry(cell, people));
    assertThat(told.keySet())
        .as("and of what the page tells nothing is left out but zeros of a home that is withheld")
        .containsAll(seen.keySet().stream().filter(cell -> seen.get(cell) > 0).toList());
    // So the difference of the two is zero everywhere, and the three from North Ormesby are in
    // neither.
    assertThat(figure(statement(), PEOPLE, "home:north-ormesby").path("status").asText())
        .isEqualTo("SUPPRESSED");
    assertThat(told).doesNotContainKeys("home:north-ormesby", "homeAndAge:north-ormesby-5-10");
    assertThat(told.values()).doesNotContain(1, 2, 3, 4);
    assertThat(told.get("ageBand:5-10") - told.get("homeAndAge:newport-5-10"))
        .as("three, and eight who have not said where they live")
        .isEqualTo(11);
  }

  private static void put(Map<String, Integer> seen, String cell, JsonNode of) {
    if (of.has("participants")) {
      seen.put(cell, of.path("participants").asInt());
    }
  }

  private static void ages(Map<String, Integer> seen, String cell, JsonNode of) {
    of.path("ages")
        .forEach(age -> put(seen, cell + age.path("ages").asText().replace("+", "-and-over"), age));
  }

  private void oneRetryIsOneStatement() {
    var before = sent.toFile().list();
    var again = proposes(town, "pat", STATEMENTS, ID);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/state")).isEqualTo("published");
    var place = again.header("Location");
    var approved = town.as("nadia").posts(place + "/approve");
    assertThat(approved.text()).isEqualTo(again.text());
    town.passes(Duration.ofSeconds(2));
    assertThat(sent.toFile().list()).containsExactlyInAnyOrder(before);
    assertThat(town.as("pat").gets(STATEMENTS).json().at("/statements")).hasSize(1);
  }

  private void reportsCorrected() {
    var late = new SomeReports(1, 0.01).many(5);
    var reports = clubs.mongo.collection(Report.COLLECTION, Report.class);
    Wait.forResult(Publishers.done(reports.insertMany(late)));
    published("pat", "nadia", REPORTS, "newport-2026-Q4-late");
    var data = statement();
    assertThat(data.path("revision").asInt()).isEqualTo(3);
    assertThat(number(data, SILENT, "denominator")).isEqualTo(12);
    assertThat(number(data, PEOPLE, "value")).isEqualTo(43);
    assertThat(number(data, WAITED, "value")).isEqualTo(5);
  }

  private void publishedAgain() {
    var before = told(statement());
    // Somebody was noted after it was counted: that changes nothing any more.
    clubs.note(clubs.club(20), "newport", AgeGroup.FROM_5_TO_10, 9, true);
    published("nadia", "pat", STATEMENTS, "newport-2026-Q4-again");
    var data = statement();
    assertThat(data.path("revision").asInt()).isEqualTo(4);
    assertThat(data.at("/parts/1/revision").asInt()).isEqualTo(2);
    assertThat(told(data)).as("two versions could be subtracted").isEqualTo(before);
    assertThat(number(data, SILENT, "denominator")).isEqualTo(12);
    var all = town.as("nadia").gets(STATEMENTS);
    assertThat(all.json().at("/statements").findValuesAsText("id"))
        .containsExactly("newport-2026-Q4-again", ID);
    assertThat(all.text()).doesNotContain("observations");
  }

  private void withdrawn() {
    var wish =
        Town.body(
            "id", "x1", "period", "2026-Q4", "measures", List.of(PEOPLE), "reason", "wrong door");
    town.as("nadia").posts("/v1/localities/newport/pmf-withdrawals", wish);
    assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x1/approve").at("/state"))
        .isEqualTo("approved");
    town.passes(Duration.ofSeconds(2));
    var data = statement();
    assertThat(data.path("revision").asInt()).isEqualTo(5);
    for (var one : data.path("observations")) {
      if (one.path("measureId").asText().equals(PEOPLE)) {
        assertThat(one.path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(one.path("value").isNull()).isTrue();
      }
    }
    assertThat(number(data, MISSED, "numerator")).isEqualTo(6);
    assertThat(number(data, SILENT, "denominator")).isEqualTo(12);
  }

  @Test
  void it_takes_a_second_person_who_works_there_and_one_waits_at_a_time(Town quiet) {
    quiet.passes(Duration.between(quiet.clock().instant(), Instant.parse("2027-01-09T09:00:00Z")));
    var made = proposes(quiet, "pat", STATEMENTS, ID);
    assertThat(made.at("/state")).as(made.text()).isEqualTo("proposed");
    assertThat(made.at("/proposedBy")).isEqualTo("performance-officer");
    // No sessions: nobody noted who came, and that is not the same as nobody coming.
    assertThat(made.json().path("observations").findValuesAsText("status"))
        .containsExactly("NO_BASE", "NO_BASE", "OK");
    var place = made.header("Location");
    assertThat(proposes(quiet, "pat", STATEMENTS, ID).text()).isEqualTo(made.text());
    assertThat(proposes(quiet, "nadia", STATEMENTS, ID).problem()).isEqualTo("statement-id-taken");
    assertThat(proposes(quiet, "nadia", STATEMENTS, "another-one").problem())
        .isEqualTo("statement-already-proposed");
    assertThat(quiet.as("pat").posts(place + "/approve").problem())
        .isEqualTo("second-person-needed");
    for (var who : List.of("nora", "theo", "rosa", "wyn", "sam", "ola", "ana")) {
      assertThat(quiet.as(who).gets(place).status()).as(who).isIn(403, 404);
      assertThat(quiet.as(who).posts(place + "/approve").status()).as(who).isIn(403, 404);
      assertThat(quiet.as(who).gets(STATEMENTS).status()).as(who).isIn(403, 404);
      assertThat(proposes(quiet, who, STATEMENTS, "of-a-stranger").status()).as(who).isIn(403, 404);
    }
    assertThat(quiet.nobody().gets(place).status()).isEqualTo(401);
    var absent = quiet.as("nora").gets("/v1/event-takeup-statements/no-such-one");
    assertThat(faceless(quiet.as("nora").gets(place))).isEqualTo(faceless(absent));
    for (var body :
        List.of(
            Map.of("id", "short", "period", "2026-Q4"),
            Map.of("id", "odd one and long", "period", "2026-Q4"),
            Map.of("id", "newport-other", "period", "2026-Q5"),
            Map.of("id", "newport-other", "period", "2026-12"),
            Map.of("id", "newport-other"),
            Map.of("id", "newport-other", "period", "2026-Q4", "participants", 7))) {
      var refused = quiet.as("pat").posts(STATEMENTS, body);
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.places()).isNotEmpty();
    }
    assertThat(quiet.as("pat").gets(STATEMENTS).json().at("/statements")).hasSize(1);
    assertThat(quiet.as("nadia").posts(place + "/approve").at("/approvedBy"))
        .isEqualTo("neighbourhood-manager");
  }

  @Test
  void of_six_who_send_at_once_one_proposal_and_one_statement_come(Town quiet) {
    quiet.passes(Duration.between(quiet.clock().instant(), Instant.parse("2027-01-09T09:00:00Z")));
    var retries = atOnce(i -> proposes(quiet, "pat", STATEMENTS, ID));
    assertThat(retries).allSatisfy(one -> assertThat(one.at("/id")).as(one.text()).isEqualTo(ID));
    var others = atOnce(i -> proposes(quiet, "nadia", STATEMENTS, "newport-other-" + i));
    assertThat(others).extracting(Answer::problem).containsOnly("statement-already-proposed");
    var place = "/v1/event-takeup-statements/" + ID;
    var approved = atOnce(i -> quiet.as("nadia").posts(place + "/approve"));
    assertThat(approved).extracting(one -> one.at("/state")).containsOnly("published");
    // Whoever is first has the next revision; the others wait for it.
    var next = atOnce(i -> proposes(quiet, "pat", STATEMENTS, "newport-next-" + i));
    assertThat(next).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    quiet.passes(Duration.ofSeconds(2));
    var sent = quiet.as("pat").gets("/v1/pmf/statements?limit=200").json().at("/items");
    assertThat(sent.findValuesAsText("subject"))
        .filteredOn(one -> one.equals("newport/2026-Q4"))
        .hasSize(1);
    assertThat(quiet.outbox().documents()).isZero();
  }

  private static List<Answer> atOnce(IntFunction<Answer> call) {
    return IntStream.range(0, 6).parallel().mapToObj(call).toList();
  }

  private static String faceless(Answer answer) {
    return answer.text().replace(answer.at("/instance"), "");
  }
}
