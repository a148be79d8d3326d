package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.Problems.secret;
import static org.localityvoice.report.Problems.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What happens to a report, from one hand to the next. Rosa works for the owner of litter. */
@ExtendWith(TownExtension.class)
class LifecycleOverHttpTest {
  private static final Map<String, Object> REFUSAL =
      Town.body(
          "reason",
          "not-responsible",
          "decidedBy",
          "Head of Streets",
          "instead",
          "Ask the landlord.");

  @Test
  void a_retry_after_a_lost_answer_makes_one_report(Town town) {
    var report = litter();
    var first = town.as("ana").posts("/v1/reports", report);
    var again = town.as("ana").posts("/v1/reports", report);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo(path(report));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(town.as("ana").gets("/v1/me/reports").json().at("/items")).hasSize(1);
  }

  @Test
  void six_at_once_make_one_report(Town town) throws Exception {
    var report = litter();
    var tries = new ArrayList<Callable<Answer>>();
    for (var i = 0; i < 6; i++) {
      tries.add(() -> town.as("ana").posts("/v1/reports", report));
    }
    var pool = Executors.newFixedThreadPool(6);
    try {
      var statuses = new ArrayList<Integer>();
      for (var answer : pool.invokeAll(tries)) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    } finally {
      pool.shutdown();
    }
    assertThat(town.as("ana").gets("/v1/me/reports").json().at("/items")).hasSize(1);
  }

  @Test
  void the_same_id_with_other_content_or_from_somebody_else_is_refused(Town town) {
    var report = litter();
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    assertThat(town.as("ana").posts("/v1/reports", with(report, "text", "Other")).problem())
        .isEqualTo("report-id-taken");
    assertThat(town.as("bilal").posts("/v1/reports", report).problem())
        .isEqualTo("report-id-taken");
    assertThat(town.as("ana").gets(path(report)).at("/mine/text")).isEqualTo(report.get("text"));
  }

  @Test
  void a_move_that_is_not_in_the_table_is_refused_with_those_that_are(Town town) {
    var report = reported(town);
    var refused = move(town.as("nadia"), report, Map.of("move", "unmerge"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("move-not-allowed");
    assertThat(texts(refused.json().at("/allowed")))
        .containsExactly("investigate", "plan", "schedule", "start", "say-done", "refuse", "merge");
    assertThat(move(town.as("nadia"), report, Map.of("move", "confirm")).status()).isEqualTo(409);
    assertThat(town.nobody().gets(path(report)).at("/state")).isEqualTo("open");
  }

  @Test
  void refusing_needs_a_reason_who_decides_and_where_to_go_instead(Town town) {
    var report = reported(town);
    assertThat(move(town.as("nadia"), report, Map.of("move", "refuse")).places())
        .containsExactly("#/refusal");
    for (var part : List.of("reason", "decidedBy", "instead")) {
      var less = new java.util.LinkedHashMap<>(REFUSAL);
      less.remove(part);
      assertThat(move(town.as("nadia"), report, Map.of("move", "refuse", "refusal", less)).places())
          .containsExactly("#/refusal/" + part);
    }
    var refused = move(town.as("nadia"), report, Map.of("move", "refuse", "refusal", REFUSAL));
    assertThat(refused.at("/state")).isEqualTo("refused");
    assertThat(town.nobody().gets(path(report)).json().findValuesAsText("decidedBy"))
        .containsExactly("Head of Streets");
  }

  @Test
  void a_no_with_a_reason_disputes_and_starts_a_new_clock_and_fixed_confirms(Town town) {
    var report = reported(town);
    var promised = town.as("ana").gets(path(report)).at("/expectedBy");
    town.passes(Duration.ofDays(1));
    assertThat(move(town.as("nadia"), report, Map.of("move", "say-done")).at("/state"))
        .isEqualTo("said-done");
    var mine = town.as("ana").gets(path(report));
    assertThat(mine.at("/mine/questions/0/occasion")).isEqualTo("said-done");

    // A look changes nothing, and a bare "no" is counted but disputes nothing.
    assertThat(town.as("ana").gets(path(report)).at("/state")).isEqualTo("said-done");
    var other = with(litter(), "text", "Another");
    town.as("ana").posts("/v1/reports", other);

    var disputed =
        town.as("ana")
            .posts(
                path(report) + "/verdicts",
                Map.of("verdict", "no", "reason", "The glass is still there."),
                "Idempotency-Key",
                Person.key());
    assertThat(disputed.at("/state")).isEqualTo("disputed");
    assertThat(disputed.at("/expectedBy")).isGreaterThan(promised);
    // The reason is for staff.
    assertThat(town.nobody().gets(path(report)).text()).doesNotContain("glass");
    assertThat(town.as("nadia").gets(path(report)).text()).contains("glass");

    move(town.as("nadia"), report, Map.of("move", "say-done"));
    var confirmed =
        town.as("ana")
            .posts(
                path(report) + "/verdicts",
                Map.of("verdict", "fixed"),
                "Idempotency-Key",
                Person.key());
    assertThat(confirmed.at("/state")).isEqualTo("confirmed-done");
  }

  @Test
  void somebody_anonymous_comes_back_with_the_secret_and_nothing_of_who_they_are_is_kept(
      Town town) {
    var secret = secret(1);
    var report = with(litter(), "secret", secret);
    assertThat(town.nobody().posts("/v1/reports", litter()).places()).containsExactly("#/secret");
    assertThat(town.nobody().posts("/v1/reports", report).status()).isEqualTo(201);
    assertThat(town.nobody().gets(path(report)).json().has("mine")).isFalse();
    var back = town.nobody().gets(path(report), "Report-Secret", secret);
    assertThat(back.at("/mine/reporter")).isEqualTo("true");
    move(town.as("nadia"), report, Map.of("move", "refuse", "refusal", REFUSAL));
    assertThat(
            town.nobody()
                .gets(path(report), "Report-Secret", secret)
                .at("/mine/questions/0/occasion"))
        .isEqualTo("refused");
    var wrong =
        town.nobody()
            .posts(
                path(report) + "/verdicts",
                Map.of("verdict", "no", "reason", "Not true"),
                "Idempotency-Key",
                Person.key(),
                "Report-Secret",
                secret(2));
    assertThat(wrong.status()).isEqualTo(404);
    var answered =
        town.nobody()
            .posts(
                path(report) + "/verdicts",
                Map.of("verdict", "no", "reason", "It is your land"),
                "Idempotency-Key",
                Person.key(),
                "Report-Secret",
                secret);
    assertThat(answered.at("/state")).isEqualTo("disputed");
  }

  @Test
  void merging_counts_one_problem_with_everybody_and_un_merging_takes_them_back(Town town) {
    var original = reported(town);
    town.passes(Duration.ofMinutes(1));
    var copy = litter();
    town.as("bilal").posts("/v1/reports", copy);
    town.as("zofia").posts(path(copy) + "/affected");
    assertThat(
            move(town.as("nadia"), original, Map.of("move", "merge", "into", copy.get("id")))
                .places())
        .containsExactly("#/into");
    var merge = Map.<String, Object>of("move", "merge", "into", original.get("id"));
    assertThat(move(town.as("nadia"), copy, merge).at("/state")).isEqualTo("merged");
    town.works();
    assertThat(town.nobody().gets(path(original)).json().at("/people").asInt()).isEqualTo(3);
    assertThat(town.nobody().gets(path(copy)).at("/mergedInto")).isEqualTo(original.get("id"));

    // Done for one is asked of all, and each answers where they reported.
    move(town.as("nadia"), original, Map.of("move", "say-done"));
    town.works();
    var question = town.as("zofia").gets(path(copy));
    assertThat(question.at("/mine/questions/0/occasion")).isEqualTo("said-done");
    town.as("zofia")
        .posts(
            path(copy) + "/verdicts",
            Map.of("verdict", "no", "reason", "Nobody came"),
            "Idempotency-Key",
            Person.key());
    town.works();
    assertThat(town.nobody().gets(path(original)).at("/state")).isEqualTo("disputed");
    assertThat(town.nobody().gets(path(copy)).at("/state")).isEqualTo("merged");

    assertThat(move(town.as("nadia"), copy, Map.of("move", "unmerge")).at("/state"))
        .isEqualTo("open");
    town.works();
    assertThat(town.nobody().gets(path(original)).json().at("/people").asInt()).isEqualTo(1);
  }

  @Test
  void a_passed_promise_reminds_the_owner_asks_people_and_then_goes_up_level_by_level(Town town) {
    var report = reported(town);
    town.passes(Duration.ofDays(60));
    var seen = town.as("nadia").gets(path(report));
    assertThat(seen.at("/staff/overdue")).isEqualTo("true");
    assertThat(seen.json().findValuesAsText("kind")).contains("chased", "asked");
    assertThat(town.as("ana").gets(path(report)).at("/mine/questions/0/occasion"))
        .isEqualTo("promise-passed");
    town.passes(Duration.ofDays(30));
    town.passes(Duration.ofDays(30));
    assertThat(
            town.as("nadia")
                .gets(path(report))
                .json()
                .at("/staff/internal")
                .findValuesAsText("whom"))
        .contains("manager");
  }

  private static Map<String, Object> reported(Town town) {
    var report = litter();
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    return report;
  }

  private static Answer move(Person person, Map<String, Object> report, Map<String, Object> body) {
    return person.posts(path(report) + "/moves", body, "Idempotency-Key", Person.key());
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
