package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.ReportTowns.moves;
import static org.localityvoice.report.ReportTowns.says;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Many hands at once on the same reports. */
@ExtendWith(TownExtension.class)
class MergeStormTest {
  @Test
  void whatever_is_merged_and_taken_apart_at_once_everybody_is_counted_once_in_the_end(Town town)
      throws Exception {
    var reports = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 5; i++) {
      var report = litter();
      assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
      reports.add(report);
      town.clock().advance(Duration.ofMinutes(1));
    }
    var random = new Random(7);
    for (var round = 0; round < 6; round++) {
      var hands = new ArrayList<Callable<Answer>>();
      for (var i = 0; i < 6; i++) {
        var one = reports.get(1 + random.nextInt(4));
        var other = reports.get(random.nextInt(5));
        var person = "neighbour-" + round + "-" + i;
        switch (random.nextInt(3)) {
          case 0 ->
              hands.add(
                  () ->
                      moves(
                          town.as("nadia"), one, Map.of("move", "merge", "into", other.get("id"))));
          case 1 -> hands.add(() -> moves(town.as("rosa"), one, Map.of("move", "unmerge")));
          default -> hands.add(() -> town.as(person).posts(path(one) + "/affected"));
        }
      }
      for (var answer : atOnce(hands)) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 400, 409);
      }
      town.clock().advance(Duration.ofSeconds(30));
    }
    town.works();
    for (var report : reports) {
      assertThat(people(town, report))
          .as("people of %s", report.get("id"))
          .isEqualTo(counted(town, report, reports));
      assertThat(end(town, report)).isNotEmpty();
    }
  }

  @Test
  void six_at_once_say_me_too_and_answer_and_each_counts_once(Town town) throws Exception {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    var joins = new ArrayList<Callable<Answer>>();
    for (var i = 0; i < 6; i++) {
      joins.add(() -> town.as("bilal").posts(path(report) + "/affected"));
    }
    assertThat(atOnce(joins)).allMatch(answer -> answer.status() == 200);
    assertThat(people(town, report)).isEqualTo(2);

    moves(town.as("rosa"), report, Map.of("move", "say-done"));
    var question = town.as("bilal").gets(path(report)).json().at("/mine/questions/0/question");
    var answers = new ArrayList<Callable<Answer>>();
    for (var i = 0; i < 6; i++) {
      answers.add(
          () ->
              town.as("bilal")
                  .posts(
                      path(report) + "/verdicts",
                      Map.of("verdict", "partly", "question", question.asInt()),
                      "Idempotency-Key",
                      "the-same-key"));
    }
    assertThat(atOnce(answers)).allMatch(answer -> answer.status() == 200);
    assertThat(town.as("rosa").gets(path(report)).json().at("/staff/answered").asInt())
        .isEqualTo(1);
  }

  @Test
  void confirmed_and_disputed_at_once_it_ends_as_one_of_the_two_and_both_are_in_the_log(Town town)
      throws Exception {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    town.as("bilal").posts(path(report) + "/affected");
    moves(town.as("rosa"), report, Map.of("move", "say-done"));
    var both =
        atOnce(
            List.of(
                () -> says(town.as("ana"), report, "fixed", ""),
                () -> says(town.as("bilal"), report, "no", "Not on my side of the street.")));
    assertThat(both).allMatch(answer -> answer.status() == 200);
    var seen = town.as("rosa").gets(path(report)).json();
    assertThat(seen.at("/state").asText()).isIn("disputed", "confirmed-done");
    assertThat(seen.at("/staff/internal").findValuesAsText("verdict"))
        .containsExactlyInAnyOrder("fixed", "no");
    assertThat(seen.at("/staff/answered").asInt()).isEqualTo(2);
  }

  @Test
  void moved_and_given_away_at_once_nothing_is_lost_and_the_loser_is_told(Town town)
      throws Exception {
    for (var round = 0; round < 5; round++) {
      var report = litter();
      town.as("ana").posts("/v1/reports", report);
      var both =
          atOnce(
              List.of(
                  () -> moves(town.as("rosa"), report, Map.of("move", "start")),
                  () ->
                      town.as("nadia")
                          .posts(
                              path(report) + "/assignments",
                              Map.of("owner", "thirteen"),
                              "Idempotency-Key",
                              Person.key())));
      var seen = town.nobody().gets(path(report));
      assertThat(both.get(1).status()).isEqualTo(200);
      assertThat(seen.at("/owner")).isEqualTo("thirteen");
      assertThat(both.get(0).status()).isIn(200, 404);
      assertThat(seen.at("/state")).isEqualTo(both.get(0).status() == 200 ? "in-progress" : "open");
    }
  }

  private static int people(Town town, Map<String, Object> report) {
    return town.nobody().gets(path(report)).json().at("/people").asInt();
  }

  /** Counted by hand: everybody of this report and of those that lead to it. */
  private static int counted(
      Town town, Map<String, Object> report, List<Map<String, Object>> reports) {
    var own = 1 + joined(town, report);
    var brought =
        reports.stream()
            .filter(
                other -> report.get("id").equals(town.nobody().gets(path(other)).at("/mergedInto")))
            .mapToInt(other -> counted(town, other, reports))
            .sum();
    return own + brought;
  }

  private static int joined(Town town, Map<String, Object> report) {
    return (int)
        town
            .as("nadia")
            .gets(path(report))
            .json()
            .at("/staff/internal")
            .findValuesAsText("kind")
            .stream()
            .filter("joined"::equals)
            .count();
  }

  /** The report that goes on in the end; fails in a circle. */
  private static String end(Town town, Map<String, Object> report) {
    var seen = new HashSet<String>();
    var id = (String) report.get("id");
    while (!town.nobody().gets("/v1/reports/" + id).at("/mergedInto").isEmpty()) {
      assertThat(seen.add(id)).as("no circle").isTrue();
      id = town.nobody().gets("/v1/reports/" + id).at("/mergedInto");
    }
    return id;
  }

  private static List<Answer> atOnce(List<Callable<Answer>> hands) throws Exception {
    var pool = Executors.newFixedThreadPool(hands.size());
    try {
      var answers = new ArrayList<Answer>();
      for (var answer : pool.invokeAll(hands)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }
}
