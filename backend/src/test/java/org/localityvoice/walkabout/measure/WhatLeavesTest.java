package org.localityvoice.walkabout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.grade;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.planned;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.worked;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What a quarter's walkabouts come to: what was found, the lens, and the statement for the PMF. */
@ExtendWith(StoreExtension.class)
class WhatLeavesTest {
  private static final String NEWPORT = "/v1/localities/newport/";
  private static final String STATEMENTS = NEWPORT + "walkabout-statements";
  private static final String LITTER = "PMF-WALKABOUT-LITTER";
  private static final String WEEDS = "PMF-WALKABOUT-WEEDS";
  private static final String ON_TIME = "PMF-WALKABOUT-ON-TIME-PHYSICAL-APPEARANCE";
  private static final String ID = "newport-2026-Q4";

  /** Six elements of eleven: enough for a locality, where five are not. */
  private static final List<String> GRADED =
      List.of("litter", "detritus", "fly-tipping", "dog-fouling", "fly-posting", "planting");

  private Town town;
  private Path sent;
  private String november;
  private final List<String> found = new ArrayList<>();

  @Test
  void what_was_graded_and_found_becomes_shares_a_lens_and_a_statement_of_two_people(
      Store store, @TempDir Path folder) {
    try (var there = Town.on(store, folder, Map.of())) {
      town = there;
      sent = folder.resolve("pmf");
      walkedInNovember();
      reportingRateIsTold();
      onTimeIsToldOnceTheTimeIsOver();
      theLensShowsTheOtherWayRound();
      walkedInDecember();
      nobodyElseProposes();
      oneProposesAndAnotherApproves();
      retriesAndManyAtOnceAreOneStatement();
      whatCameLateIsAnotherRevision();
    }
  }

  private void until(String when) {
    town.passes(Duration.between(town.clock().instant(), Instant.parse(when)));
  }

  private Map<String, Object> graffiti(double latitude, double longitude) {
    var id = UUID.randomUUID().toString();
    found.add(id);
    return item(
        november,
        id,
        "finding",
        Town.body(
            "element",
            "graffiti",
            "grade",
            "D",
            "point",
            Town.body("latitude", latitude, "longitude", longitude)));
  }

  private JsonNode month(String month) {
    var answer = town.nobody().gets(NEWPORT + "walkabout-index?from=" + month + "&to=" + month);
    return answer.json().at("/months/0");
  }

  private static JsonNode element(JsonNode month, String element) {
    for (var one : month.path("elements")) {
      if (one.path("element").asText().equals(element)) {
        return one;
      }
    }
    throw new AssertionError("no " + element);
  }

  private void walkedInNovember() {
    var report =
        town.as("ana")
            .posts(
                "/v1/reports",
                Town.body(
                    "id",
                    UUID.randomUUID().toString(),
                    "category",
                    "graffiti",
                    "point",
                    Town.body("latitude", 54.5728, "longitude", -1.2519),
                    "text",
                    "On the wall.",
                    "answers",
                    Town.body("hateful", "no")));
    assertThat(report.status()).as(report.text()).isEqualTo(201);
    november = planned(town);
    until("2026-11-25T11:45:00Z");
    var items = new ArrayList<Map<String, Object>>();
    GRADED.forEach(one -> items.addAll(worked(november, one, "a-")));
    for (var latitude : List.of(54.5728, 54.5737, 54.5746)) {
      items.add(graffiti(latitude, -1.2519));
      items.add(graffiti(latitude, -1.2471));
    }
    items.add(end(november, "2026-11-25T11:40:00Z"));
    sends(town.as("wyn"), items);
    town.works();
    town.works();
  }

  private static Map<String, Object> end(String walkabout, String when) {
    return item(walkabout, "it-ended-" + walkabout, "walkabout", Town.body("endedAt", when));
  }

  private void reportingRateIsTold() {
    var seen = month("2026-11");
    assertThat(seen.path("findings").asInt()).isEqualTo(6);
    assertThat(seen.at("/reportedBefore/findings").asInt()).isEqualTo(6);
    assertThat(seen.at("/reportedBefore/number").asInt()).as("Ana's").isEqualTo(1);
    assertThat(seen.at("/reportedBefore/percent").asDouble()).isEqualTo(16.7);
    assertThat(seen.at("/reportedBefore/words").asText())
        .isEqualTo("1 of 6 findings had been reported by somebody before.");
    assertThat(seen.at("/verifiedOnTime/withheld").asText()).isEqualTo("too-few-findings");
    assertThat(seen.path("verifiedOnTime").has("percent")).isFalse();
    assertThat(element(seen, "graffiti").path("transectsGraded").asInt())
        .as("what was found by the way feeds no index")
        .isZero();
    var none = month("2026-10");
    assertThat(none.at("/reportedBefore/withheld").asText()).isEqualTo("too-few-findings");
    assertThat(none.path("reportedBefore").has("number")).isFalse();
  }

  private void moves(String who, int finding, Object... pairs) {
    var done =
        town.as(who).posts("/v1/findings/" + found.get(finding) + "/moves", Town.body(pairs));
    assertThat(done.status()).as(done.text()).isEqualTo(200);
  }

  private void onTimeIsToldOnceTheTimeIsOver() {
    for (var i = 0; i < 3; i++) {
      moves("rosa", i, "move", "claimDone", "edition", 1);
    }
    moves("wyn", 0, "move", "verify", "edition", 2, "after", "A");
    moves("wyn", 1, "move", "verify", "edition", 2, "after", "A");
    assertThat(month("2026-11").at("/verifiedOnTime/findings").asInt())
        .as("no time is over yet, so those that are done early are not told of either")
        .isZero();
    until("2026-12-28T10:00:00Z");
    var over = month("2026-11").path("verifiedOnTime");
    assertThat(over.path("findings").asInt()).isEqualTo(6);
    assertThat(over.path("number").asInt()).isEqualTo(2);
    assertThat(over.path("percent").asDouble()).isEqualTo(33.3);
    moves("wyn", 2, "move", "verify", "edition", 2, "after", "A");
    moves("wyn", 1, "move", "reopen", "edition", 3, "after", "C");
    var later = month("2026-11").path("verifiedOnTime");
    assertThat(later.path("number").asInt()).as("one was late, one was not put right").isEqualTo(1);
    assertThat(later.path("words").asText())
        .isEqualTo("1 of 6 findings whose time is over were verified on time.");
  }

  private void theLensShowsTheOtherWayRound() {
    assertThat(month("2026-11").path("overall").asDouble()).isEqualTo(40.0);
    var seen = town.nobody().gets(NEWPORT + "lenses?month=2026-11").json().path("seen");
    assertThat(seen.path("index").asDouble()).isEqualTo(60.0);
    assertThat(seen.path("at").asText()).isEqualTo("2026-11-25");
    assertThat(seen.path("problem").asBoolean(true)).as("60 is not below 60").isFalse();
    for (var other : List.of("lenses?month=2026-10", "lenses?month=2026-12")) {
      var unknown = town.nobody().gets(NEWPORT + other).json().path("seen");
      assertThat(unknown.has("problem")).isFalse();
      assertThat(unknown.has("index")).isFalse();
      assertThat(unknown.path("words").asText()).startsWith("Not known.");
    }
  }

  private void walkedInDecember() {
    var december = planned(town);
    until("2026-12-30T12:00:00Z");
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 1; i <= 12; i++) {
      items.add(grade(december, "december-%02d".formatted(i), "t%02d".formatted(i), "litter", "A"));
    }
    items.add(end(december, "2026-12-30T11:40:00Z"));
    sends(town.as("wyn"), items);
    town.works();
    assertThat(element(month("2026-12"), "litter").path("index").asDouble(-1)).isZero();
    // Litter alone is not the locality: the lens does not say that all is well.
    assertThat(month("2026-12").has("overall")).isFalse();
    var seen = town.nobody().gets(NEWPORT + "lenses?month=2026-12").json().path("seen");
    assertThat(seen.has("index")).isFalse();
  }

  private Answer proposes(String who, String id) {
    return town.as(who).posts(STATEMENTS, Town.body("id", id, "period", "2026-Q4"));
  }

  private void nobodyElseProposes() {
    assertThat(proposes("pat", ID).problem()).isEqualTo("period-not-over");
    until("2027-01-02T09:00:00Z");
    assertThat(proposes("nora", ID).status()).isEqualTo(404);
    for (var who : List.of("ana", "wyn", "rosa")) {
      assertThat(proposes(who, ID).status()).as(who).isIn(403, 404);
    }
    var bad = town.as("pat").posts(STATEMENTS, Town.body("id", ID, "period", "2026-Q5"));
    assertThat(bad.places()).containsExactly("#/period");
    assertThat(town.as("pat").gets(STATEMENTS).json().at("/statements")).isEmpty();
  }

  private void oneProposesAndAnotherApproves() {
    var made = proposes("pat", ID);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("/state")).isEqualTo("proposed");
    var place = made.header("Location");
    assertThat(town.as("nora").gets(place).status()).isEqualTo(404);
    assertThat(town.as("nora").posts(place + "/approve").status()).isEqualTo(404);
    assertThat(town.as("nora").gets(STATEMENTS).status()).isEqualTo(404);
    assertThat(town.as("nadia").gets(place + "-of-nobody").problem())
        .as("told alike")
        .isEqualTo(town.as("nora").gets(place).problem());
    assertThat(town.nobody().posts(place + "/approve").status()).isEqualTo(401);
    assertThat(town.as("pat").posts(place + "/approve").problem())
        .isEqualTo("second-person-needed");
    assertThat(proposes("nadia", "newport-another").problem())
        .isEqualTo("statement-already-proposed");
    assertThat(proposes("nadia", ID).problem()).isEqualTo("statement-id-taken");
    var approved = town.as("nadia").posts(place + "/approve");
    assertThat(approved.at("/state")).as(approved.text()).isEqualTo("published");
    town.passes(Duration.ofSeconds(2));

    var data = statement();
    var litter = figure(data, LITTER, "all");
    assertThat(litter.path("value").asDouble())
        .as("twelve transects count with the mean of two walks, eight with their one")
        .isEqualTo(37.5);
    assertThat(litter.path("denominator").asInt()).isEqualTo(20);
    assertThat(litter.path("theme").asText()).isEqualTo("environmental-standards");
    assertThat(litter.path("source").asText()).isEqualTo("walkabout");
    assertThat(litter.path("direction").asText()).isEqualTo("lower-is-better");
    assertThat(figure(data, LITTER, "month:2026-11").path("value").asDouble()).isEqualTo(40.0);
    assertThat(figure(data, LITTER, "month:2026-12").path("value").asDouble(-1)).isZero();
    assertThat(figure(data, LITTER, "month:2026-12").path("denominator").asInt()).isEqualTo(12);
    for (var breakdown : List.of("all", "month:2026-11", "month:2026-12")) {
      var weeds = figure(data, WEEDS, breakdown);
      assertThat(weeds.path("status").asText()).isEqualTo("SUPPRESSED");
      assertThat(weeds.path("suppressionReason").asText()).isEqualTo("too-few-transects");
      assertThat(weeds.path("value").isNull()).as("withheld is not 0").isTrue();
    }
    assertThat(data.toString()).as("nobody walked in October").doesNotContain("month:2026-10");
    var onTime = figure(data, ON_TIME, "all");
    assertThat(onTime.path("numerator").asInt()).isEqualTo(1);
    assertThat(onTime.path("denominator").asInt()).isEqualTo(6);
    assertThat(onTime.path("value").asDouble()).isEqualTo(16.7);
    assertThat(figure(data, "PMF-WALKABOUT-ON-TIME-ENVIRONMENTAL-STANDARDS", "all").path("status"))
        .hasToString("\"NO_BASE\"");
    var part = part(data);
    assertThat(part.at("/method/id").asText()).isEqualTo("walkabout-index-1");
    assertThat(part.at("/method/walkabouts").asInt()).isEqualTo(2);
    assertThat(part.at("/provenance/publishedBy").asText()).isEqualTo("role:performance-officer");
    assertThat(town.nobody().gets("/v1/pmf/observations.csv").text())
        .contains(LITTER + ",", "walkabout-index-1 1.0.0");
  }

  private static JsonNode part(JsonNode data) {
    for (var part : data.path("parts")) {
      if (part.path("source").asText().equals("walkabout")) {
        return part;
      }
    }
    throw new AssertionError("no part of walkabouts");
  }

  /** The latest statement of the quarter, as the framework gets it. */
  private JsonNode statement() {
    try (var files = Files.list(sent)) {
      var last = files.max(Path::compareTo).orElseThrow();
      var event = new ObjectMapper().readTree(Files.readAllBytes(last));
      var schema = town.nobody().gets("/schemas/pmf-statement-2.json").json();
      var check = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
      assertThat(check.getSchema(schema).validate(event)).isEmpty();
      assertThat(event.path("subject").asText()).isEqualTo("newport/2026-Q4");
      assertThat(event.toString()).doesNotContain("\"pat\"", "nadia", "\"wyn\"", "rosa", "uid");
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

  private void retriesAndManyAtOnceAreOneStatement() {
    var before = sent.toFile().list();
    assertThat(proposes("pat", ID).at("/state")).isEqualTo("published");
    var place = "/v1/walkabout-statements/" + ID + "/approve";
    var again =
        IntStream.range(0, 4).parallel().mapToObj(i -> town.as("nadia").posts(place)).toList();
    assertThat(again).extracting(one -> one.at("/state")).containsOnly("published");
    town.passes(Duration.ofSeconds(2));
    assertThat(sent.toFile().list()).containsExactlyInAnyOrder(before);
    assertThat(town.as("pat").gets(STATEMENTS).json().at("/statements")).hasSize(1);
    assertThat(town.as("pat").gets(STATEMENTS).text()).doesNotContain("observations");
  }

  private void whatCameLateIsAnotherRevision() {
    sends(town.as("wyn"), worked(november, "weeds", "late-"));
    town.works();
    var unchanged = town.as("pat").gets("/v1/walkabout-statements/" + ID).json();
    assertThat(figure(unchanged, WEEDS, "all").path("status").asText())
        .as("what was approved stays what it was")
        .isEqualTo("SUPPRESSED");
    var second = proposes("nadia", "newport-again");
    assertThat(second.at("/revision")).as(second.text()).isEqualTo("2");
    town.as("pat").posts(second.header("Location") + "/approve");
    town.passes(Duration.ofSeconds(2));
    var data = statement();
    assertThat(data.path("revision").asInt()).isEqualTo(2);
    assertThat(figure(data, WEEDS, "all").path("value").asDouble()).isEqualTo(40.0);
    assertThat(figure(data, LITTER, "all").path("value").asDouble()).isEqualTo(37.5);
    assertThat(town.outbox().documents()).isZero();
  }
}
