package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.report.Problems;

/**
 * The story of a walk as its people see it. Wyn leads it and Theo walks along, both without a
 * network, and they grade one place differently. Wyn comes upon what Ana has reported, upon what
 * nobody has, and upon a child who is alone; Theo upon three more things. Rosa's crew says that
 * what Ana had reported is done, and Ana says so too.
 */
@ExtendWith(TownExtension.class)
class FromAWalkToAFigureTest {
  private static final String NEWPORT = "/v1/localities/newport/";
  private static final String CHILD = "Zuzanna Quillfeather";
  private static final String REMARK = "Behind Mrs Larkspur's shed.";

  private Town town;
  private Map<String, Object> report;
  private String walk;
  private final String known = UUID.randomUUID().toString();
  private final String fresh = UUID.randomUUID().toString();

  @BeforeEach
  void ana_reports_what_is_on_a_wall_and_wyn_plans_a_walk(Town shared) {
    town = shared;
    report = Problems.of("graffiti", "On the wall.");
    report.put("answers", Town.body("hateful", "no"));
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    town.works();
    walk = Walks.planned(town);
  }

  @Test
  void what_they_saw_has_an_end_that_somebody_else_has_seen_and_becomes_a_figure() {
    assertThat(litter().path("withheld").asText()).isEqualTo("no-walkabout");
    assertThat(reportingRate().path("findings").asInt()).isZero();
    assertThat(reportingRate().path("withheld").asText()).isEqualTo("too-few-findings");
    downloadsTheKit();
    town.passes(Duration.between(town.clock().instant(), Instant.parse("2026-11-25T12:00:00Z")));
    comesBack();
    differAboutOnePlace();
    findings();
    oneOfFiveHadBeenReported();
    theChildIsNobodysBusiness();
    rosaSaysThatItIsDone();
    assertThat(litter().path("index").asDouble())
        .as("what was found by the way moves no figure")
        .isEqualTo(40.0);
    assertThat(reportingRate().path("percent").asDouble()).isEqualTo(20.0);
    assertThat(town.outbox().documents()).isZero();
  }

  private void downloadsTheKit() {
    var path = "/v1/walkabouts/" + walk + "/kit";
    var kit = town.as("theo").gets(path);
    assertThat(kit.json().at("/route/transects")).hasSize(20);
    assertThat(kit.json().at("/reports").findValuesAsText("id")).contains(id(report));
    assertThat(kit.text()).doesNotContain("On the wall.");
    var again = town.as("theo").gets(path, "If-None-Match", kit.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
  }

  private static String id(Map<String, Object> report) {
    return (String) report.get("id");
  }

  private List<Map<String, Object>> wyns() {
    var items = new ArrayList<>(Walks.worked(walk, "litter", "wyns-"));
    items.add(item(walk, known, "finding", graffiti(Problems.LATITUDE + 0.00002, -1.25)));
    items.add(item(walk, fresh, "finding", graffiti(54.5731, -1.25)));
    items.add(item(walk, "wyns-child", "person", Town.body("text", CHILD + " is alone.")));
    var over = Town.body("startedAt", "2026-11-25T10:05:00Z", "endedAt", "2026-11-25T11:40:00Z");
    items.add(item(walk, "wyns-note", "walkabout", over));
    return items;
  }

  private static Map<String, Object> graffiti(double latitude, double longitude) {
    var point = Town.body("latitude", latitude, "longitude", longitude);
    return Town.body("element", "graffiti", "grade", "D", "point", point, "note", REMARK);
  }

  private List<Map<String, Object>> theos() {
    var items = new ArrayList<>(Walks.worked(walk, "litter", "theos-"));
    items.set(14, Walks.grade(walk, "theos-litter15", "t15", "litter", "B"));
    items.add(item(walk, "theos-first", "finding", graffiti(54.5741, -1.248)));
    items.add(item(walk, "theos-second", "finding", graffiti(54.5762, -1.2495)));
    items.add(item(walk, "theos-third", "finding", graffiti(54.5728, -1.2516)));
    return items;
  }

  /** Each device sends in two pieces, does not hear the answers, and sends all of it again. */
  private void comesBack() {
    var random = new Random(11);
    for (var who : List.of("theo", "wyn")) {
      var items = who.equals("wyn") ? wyns() : theos();
      Collections.shuffle(items, random);
      sends(town.as(who), items.subList(9, items.size()));
      sends(town.as(who), items.subList(0, 9));
    }
    var before = record().text();
    for (var who : List.of("wyn", "theo")) {
      var items = who.equals("wyn") ? wyns() : theos();
      Collections.shuffle(items, random);
      assertThat(verdicts(sends(town.as(who), items))).containsOnly("duplicate");
    }
    assertThat(record().text()).isEqualTo(before);
    town.works();
    town.works();
  }

  private Answer record() {
    return town.as("wyn").gets("/v1/walkabouts/" + walk + "/record");
  }

  private void differAboutOnePlace() {
    assertThat(record().json().at("/opinions")).hasSize(20);
    assertThat(record().at("/unsettled")).isEqualTo("1");
    assertThat(litter().path("index").asDouble()).as("7 of the other 19").isEqualTo(36.8);
    assertThat(litter().path("unsettled").asInt()).isEqualTo(1);
    var choice = Town.body("transect", "t15", "element", "litter", "grade", "wyns-litter15");
    var path = "/v1/walkabouts/" + walk + "/settlements";
    assertThat(town.as("theo").posts(path, choice).status()).as("he does not lead").isEqualTo(404);
    assertThat(town.as("wyn").posts(path, choice).at("/unsettled")).isEqualTo("0");
    town.works();
    assertThat(litter().path("index").asDouble()).as("8 of 20").isEqualTo(40.0);
    assertThat(litter().path("transectsGraded").asInt()).isEqualTo(20);
  }

  private JsonNode litter() {
    for (var one : november().path("elements")) {
      if (one.path("element").asText().equals("litter")) {
        return one;
      }
    }
    throw new AssertionError(november().toString());
  }

  private JsonNode november() {
    var index = town.nobody().gets(NEWPORT + "walkabout-index?from=2026-11&to=2026-11");
    return index.json().at("/months/0");
  }

  private JsonNode reportingRate() {
    return november().path("reportedBefore");
  }

  private void findings() {
    var all = town.as("nadia").gets(NEWPORT + "findings").json().path("items");
    assertThat(all).as("the child is none").hasSize(5);
    for (var one : all) {
      assertThat(one.path("owner").asText()).isEqualTo("environment-and-community-services");
    }
    var old = finding(known);
    assertThat(old.at("/report/id")).as(old.text()).isEqualTo(id(report));
    assertThat(old.at("/report/linked")).isEqualTo("true");
    assertThat(old.at("/report/reportedBefore")).isEqualTo("true");
    assertThat(told("ana")).containsOnlyOnce("report.seen-on-walkabout");

    var found = finding(fresh);
    assertThat(found.at("/report/linked")).isEqualTo("false");
    assertThat(found.at("/report/reportedBefore")).isEqualTo("false");
    var made = "/v1/reports/" + found.at("/report/id");
    assertThat(town.as("rosa").gets(made).text()).contains("\"walkabout\"");
    assertThat(town.nobody().gets(made).text()).contains("graffiti");
    for (var somebody : List.of("ana", "rosa", "nadia")) {
      assertThat(town.as(somebody).gets(made).text()).doesNotContain("Larkspur");
    }
  }

  /** A resident had reported one of the five. */
  private void oneOfFiveHadBeenReported() {
    assertThat(november().path("findings").asInt()).isEqualTo(5);
    assertThat(reportingRate().path("findings").asInt()).isEqualTo(5);
    assertThat(reportingRate().path("number").asInt()).isEqualTo(1);
    assertThat(reportingRate().path("percent").asDouble()).isEqualTo(20.0);
  }

  private Answer finding(String id) {
    return town.as("nadia").gets("/v1/findings/" + id);
  }

  private List<String> told(String uid) {
    return town.as(uid).gets("/v1/inbox").json().findValuesAsText("code");
  }

  /** Only the safeguarding lead reads of the child; for all others there is nothing. */
  private void theChildIsNobodysBusiness() {
    var incidents = town.as("sam").gets(NEWPORT + "incidents");
    assertThat(incidents.json().path("items")).as(incidents.text()).hasSize(1);
    var note = town.as("sam").gets("/v1/incidents/" + incidents.at("/items/0/id"));
    assertThat(note.at("/text")).isEqualTo(CHILD + " is alone.");
    for (var other : List.of("wyn", "theo", "rosa", "nadia", "pat", "ada")) {
      assertThat(town.as(other).gets(NEWPORT + "incidents").status()).as(other).isEqualTo(404);
      for (var path :
          List.of(
              "/v1/inbox",
              "/v1/walkabouts/" + walk,
              "/v1/walkabouts/" + walk + "/record",
              "/v1/walkabouts/" + walk + "/kit",
              "/v1/findings/wyns-child",
              NEWPORT + "findings",
              NEWPORT + "reports/triage",
              NEWPORT + "walkabout-index?from=2026-11&to=2026-11",
              NEWPORT + "you-said",
              "/v1/reports?locality=newport")) {
        var seen = town.as(other).gets(path);
        assertThat(seen.text()).as(other + " " + path).doesNotContain("Quillfeather", "is alone");
      }
    }
    assertThat(town.as("wyn").gets("/v1/findings/wyns-child").status()).isEqualTo(404);
  }

  private void rosaSaysThatItIsDone() {
    var moves = "/v1/findings/" + known + "/moves";
    var rosa = town.as("rosa");
    var claimed = rosa.posts(moves, Town.body("move", "claimDone", "edition", 1));
    assertThat(claimed.at("/state")).as(claimed.text()).isEqualTo("doneClaimed");
    var own = rosa.posts(moves, Town.body("move", "verify", "edition", 2, "after", "A"));
    assertThat(own.problem()).isEqualTo("finding-owners-own");
    assertThat(finding(known).at("/state")).isEqualTo("doneClaimed");
    var says = "/v1/findings/" + known + "/verification";
    var seen = Town.body("after", "A");
    assertThat(town.as("zofia").posts(says, seen).status()).as("no word of hers").isEqualTo(404);
    assertThat(town.as("ana").posts(says, seen).at("/state")).isEqualTo("verified");
    var ended = finding(known);
    assertThat(ended.at("/moves/2/after")).isEqualTo("A");
    assertThat(ended.at("/moves/2/role")).isEqualTo("resident");
    assertThat(finding(fresh).at("/state")).as("nobody has said so").isEqualTo("assigned");
    town.works();
  }
}
