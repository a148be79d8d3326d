package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.Problems.secret;
import static org.localityvoice.report.Problems.with;
import static org.localityvoice.report.ReportTowns.moves;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** A request whose answer was lost is sent again, however the world has changed meanwhile. */
@ExtendWith(TownExtension.class)
class AskedAgainTest {
  @Test
  void whoever_gave_a_report_away_may_ask_again_and_it_is_given_away_once(Town town) {
    for (var category : new String[] {"litter", "police-information"}) {
      var report = reported(town, category);
      var officer = town.as(category.equals("litter") ? "rosa" : "omar");
      var key = Person.key();
      var away = Map.<String, Object>of("owner", "thirteen", "note", "Yours.");
      assertThat(post(officer, report, "assignments", away, key).at("/owner"))
          .isEqualTo("thirteen");
      var again = post(officer, report, "assignments", away, key);
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.at("/owner")).isEqualTo("thirteen");
      assertThat(again.json().has("staff")).isFalse();
      assertThat(post(officer, report, "assignments", Map.of("owner", "thirteen"), key).problem())
          .isEqualTo("key-used-before");
      assertThat(post(officer, report, "assignments", away, Person.key()).status()).isEqualTo(404);
      assertThat(town.as("theo").gets(path(report)).json().at("/history").findValuesAsText("kind"))
          .containsOnlyOnce("assigned");
    }
  }

  @Test
  void what_became_of_a_confidential_report_is_not_learned_by_asking_again(Town town) {
    var report = reported(town, "police-information");
    var key = Person.key();
    var away = Map.<String, Object>of("owner", "thirteen");
    post(town.as("omar"), report, "assignments", away, key);
    post(
        town.as("theo"),
        report,
        "moves",
        Map.of("move", "start", "note", "We go in at dawn."),
        "k".repeat(8));
    var again = post(town.as("omar"), report, "assignments", away, key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).doesNotContain("dawn");
    assertThat(town.as("omar").gets(path(report)).status()).isEqualTo(404);
  }

  @Test
  void a_move_is_repeated_by_whoever_has_lost_the_report_since(Town town) {
    var report = reported(town, "litter");
    var key = Person.key();
    var start = Map.<String, Object>of("move", "start");
    assertThat(post(town.as("rosa"), report, "moves", start, key).status()).isEqualTo(200);
    post(town.as("nadia"), report, "assignments", Map.of("owner", "thirteen"), Person.key());
    assertThat(post(town.as("rosa"), report, "moves", start, key).status()).isEqualTo(200);
    assertThat(post(town.as("rosa"), report, "moves", start, Person.key()).status()).isEqualTo(404);
  }

  @Test
  void a_merge_is_repeated_although_the_original_has_gone_into_another_since(Town town) {
    var first = reported(town, "litter");
    town.clock().advance(Duration.ofMinutes(1));
    var second = reported(town, "litter");
    town.clock().advance(Duration.ofMinutes(1));
    var third = reported(town, "litter");
    var key = Person.key();
    var merge = Map.<String, Object>of("move", "merge", "into", second.get("id"));
    assertThat(post(town.as("rosa"), third, "moves", merge, key).at("/state")).isEqualTo("merged");
    moves(town.as("rosa"), second, Map.of("move", "merge", "into", first.get("id")));
    assertThat(post(town.as("rosa"), third, "moves", merge, key).at("/mergedInto"))
        .isEqualTo(second.get("id"));
    town.works();
    assertThat(town.nobody().gets(path(first)).json().at("/people").asInt()).isEqualTo(3);
  }

  @Test
  void whoever_stays_anonymous_may_ask_again_signed_out(Town town) {
    var report = with(with(litter(), "anonymous", true), "secret", secret(7));
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    assertThat(town.nobody().posts("/v1/reports", report).status()).isEqualTo(200);
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(200);
    // The control: whoever is named stays the only one who may.
    var named = litter();
    assertThat(town.as("ana").posts("/v1/reports", named).status()).isEqualTo(201);
    assertThat(town.as("bilal").posts("/v1/reports", named).status()).isEqualTo(409);
  }

  @Test
  void a_request_is_known_again_after_a_thousand_others() {
    var report = AnyReport.report();
    for (var i = 0; i < 1_000; i++) {
      var change = new Change(report, AnyReport.START);
      report = change.applied(new Report.Applied("key " + i, "the same")).next();
    }
    assertThat(Changes.sameAgain(report, new Changes.Request("key 0", "the same"))).isTrue();
    assertThat(Changes.sameAgain(report, new Changes.Request("key 1000", "the same"))).isFalse();
    assertThat(report.applied()).hasSize(1_000);
  }

  @Test
  void staff_who_pass_on_what_they_were_told_in_confidence_are_told_that_it_is_kept(Town town) {
    for (var uid : new String[] {"wyn", "theo", "sam"}) {
      var report = with(told(), "onBehalf", true);
      var first = town.as(uid).posts("/v1/reports", report);
      assertThat(first.status()).as(uid).isEqualTo(201);
      assertThat(first.json().has("staff")).isFalse();
      assertThat(town.as(uid).posts("/v1/reports", report).status()).isEqualTo(200);
      assertThat(town.as(uid).gets(path(report)).status()).isEqualTo(404);
      assertThat(town.as("omar").gets(path(report)).status()).isEqualTo(200);
    }
  }

  private static Map<String, Object> told() {
    var report = Problems.of("police-information", "Somebody sells from the garage.");
    report.put("stops", Map.of("in-danger", false, "just-happened", false));
    report.put("answers", Map.of("about", java.util.List.of("drugs")));
    return report;
  }

  private static Map<String, Object> reported(Town town, String category) {
    var report = category.equals("litter") ? litter() : told();
    report.put("secret", secret(report.hashCode()));
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    return report;
  }

  private static Answer post(
      Person person,
      Map<String, Object> report,
      String what,
      Map<String, Object> body,
      String key) {
    return person.posts(path(report) + "/" + what, body, "Idempotency-Key", key);
  }
}
