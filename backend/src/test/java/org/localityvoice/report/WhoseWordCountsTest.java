package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.Problems.with;
import static org.localityvoice.report.ReportTowns.moves;
import static org.localityvoice.report.ReportTowns.says;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

/**
 * What is done ends only on somebody else's word, even where staff are affected themselves. Rosa is
 * an officer of the owner of litter, Nadia the manager, Wyn a warden of another organisation.
 */
@ExtendWith(TownExtension.class)
class WhoseWordCountsTest {
  @Test
  void staff_who_are_affected_do_not_confirm_what_they_may_say_done(Town town) {
    for (var uid : List.of("rosa", "nadia")) {
      var report = reported(town, "ana");
      assertThat(town.as(uid).posts(path(report) + "/affected").status()).isEqualTo(200);
      moves(town.as("rosa"), report, Map.of("move", "say-done"));
      var answered = says(town.as(uid), report, "fixed", "");
      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.at("/state")).as(uid).isEqualTo("said-done");
      // It is heard all the same.
      assertThat(answered.json().at("/staff/answered").asInt()).isEqualTo(1);
      assertThat(says(town.as("ana"), report, "fixed", "").at("/state"))
          .isEqualTo("confirmed-done");
    }
    var other = reported(town, "ana");
    town.as("wyn").posts(path(other) + "/affected");
    moves(town.as("rosa"), other, Map.of("move", "say-done"));
    assertThat(says(town.as("wyn"), other, "fixed", "").at("/state")).isEqualTo("confirmed-done");
  }

  @Test
  void nor_do_they_by_way_of_a_report_that_was_merged(Town town) {
    var original = reported(town, "ana");
    town.clock().advance(Duration.ofMinutes(1));
    var copy = reported(town, "rosa");
    moves(town.as("nadia"), copy, Map.of("move", "merge", "into", original.get("id")));
    town.works();
    moves(town.as("rosa"), original, Map.of("move", "say-done"));
    town.works();
    says(town.as("rosa"), copy, "fixed", "");
    town.works();
    assertThat(town.nobody().gets(path(original)).at("/state")).isEqualTo("said-done");

    // The control: somebody else in that report may.
    town.as("bilal").posts(path(copy) + "/affected");
    says(town.as("bilal"), copy, "fixed", "");
    town.works();
    assertThat(town.nobody().gets(path(original)).at("/state")).isEqualTo("confirmed-done");
  }

  @Test
  void staff_who_report_see_what_they_wrote_and_what_they_are_asked(Town town) {
    var report = reported(town, "wyn");
    moves(town.as("rosa"), report, Map.of("move", "say-done"));
    var seen = town.as("wyn").gets(path(report));
    assertThat(seen.at("/mine/reporter")).isEqualTo("true");
    assertThat(seen.at("/mine/questions/0/occasion")).isEqualTo("said-done");
    assertThat(seen.json().has("staff")).isTrue();
    assertThat(town.as("nadia").gets(path(report)).json().has("mine")).isFalse();
  }

  @Test
  void only_answers_to_questions_count_as_answered(Town town) {
    var report = reported(town, "ana");
    for (var i = 0; i < 3; i++) {
      says(town.as("ana"), report, "cannot-tell", "");
    }
    var seen = town.as("rosa").gets(path(report)).json().at("/staff");
    assertThat(seen.at("/answered").asInt()).isZero();
    assertThat(seen.at("/internal").findValuesAsText("verdict")).hasSize(3);
  }

  @Test
  void a_warden_who_may_not_prioritise_is_told_the_same_whatever_they_ask_for(Town town) {
    var report = reported(town, "ana");
    for (var priority : List.of("normal", "high")) {
      assertThat(put(town.as("wyn"), report, "priority", Map.of("priority", priority)).status())
          .isEqualTo(404);
    }
  }

  @Test
  void what_a_resident_wrote_is_let_out_once_however_often_staff_say_so(Town town) {
    var report = reported(town, "ana");
    town.as("ana")
        .posts(
            path(report) + "/comments",
            Map.of("text", "Two more bags today."),
            "Idempotency-Key",
            Person.key());
    assertThat(town.nobody().gets(path(report)).text()).doesNotContain("bags");
    var sequence =
        town.as("wyn").gets(path(report)).json().at("/staff/internal/0/sequence").asInt();
    for (var i = 0; i < 3; i++) {
      assertThat(put(town.as("wyn"), report, "publication", Map.of("comment", sequence)).status())
          .isEqualTo(200);
    }
    assertThat(town.nobody().gets(path(report)).json().findValuesAsText("text"))
        .containsExactly("Two more bags today.");
  }

  @Test
  void whoever_has_written_all_there_is_room_for_still_answers_what_they_are_asked(Town town) {
    var report = reported(town, "ana");
    for (var i = 0; i < AffectedService.MOST_WORDS; i++) {
      town.clock().advance(Duration.ofMinutes(2));
      assertThat(writes(town.as("ana"), report).status()).isEqualTo(200);
    }
    town.clock().advance(Duration.ofMinutes(2));
    assertThat(writes(town.as("ana"), report).problem()).isEqualTo("said-enough");
    // Nobody has asked her yet, so that is talk as well.
    assertThat(says(town.as("ana"), report, "partly", "").problem()).isEqualTo("said-enough");
    for (var i = 0; i < 2; i++) {
      moves(town.as("rosa"), report, Map.of("move", "say-done"));
      town.clock().advance(Duration.ofMinutes(2));
      assertThat(says(town.as("ana"), report, "no", "Still there.").at("/state"))
          .isEqualTo("disputed");
    }
  }

  private static Answer writes(Person person, Map<String, Object> report) {
    return person.posts(
        path(report) + "/comments", Map.of("text", "More."), "Idempotency-Key", Person.key());
  }

  @Test
  void words_for_everybody_that_nobody_would_see_are_refused(Town town) {
    var report = reported(town, "ana");
    assertThat(put(town.as("wyn"), report, "publication", Map.of("publicText", "Cans.")).places())
        .containsExactly("#/publicText");
    var both = Map.<String, Object>of("publicText", "Cans.", "text", "published");
    assertThat(put(town.as("wyn"), report, "publication", both).status()).isEqualTo(200);
    assertThat(town.nobody().gets(path(report)).at("/text")).isEqualTo("Cans.");
  }

  private static Map<String, Object> reported(Town town, String uid) {
    var report = with(litter(), "text", "Cans all over, says " + uid);
    assertThat(town.as(uid).posts("/v1/reports", report).status()).isEqualTo(201);
    return report;
  }

  private static Answer put(
      Person person, Map<String, Object> report, String what, Map<String, Object> body) {
    return person.sends(
        "PUT",
        path(report) + "/" + what,
        BodyPublishers.ofByteArray(Json.bytes(body)),
        "Content-Type",
        "application/json");
  }
}
