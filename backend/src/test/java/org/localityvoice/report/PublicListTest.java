package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What anybody reads in the list of reports, and what nobody finds there. */
@ExtendWith(TownExtension.class)
class PublicListTest {
  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
        .map(item -> item.at("/id").asText())
        .toList();
  }

  private static String id(Map<String, Object> report) {
    return (String) report.get("id");
  }

  private static Map<String, Object> report(Town town, String person, Map<String, Object> report) {
    var answer = town.as(person).posts("/v1/reports", report);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return report;
  }

  /** What only the police and the manager may know. */
  private static Map<String, Object> quietly() {
    return Problems.with(
        Problems.with(
            Problems.of("police-information", "A van comes every night."),
            "stops",
            Map.of("in-danger", false, "just-happened", false)),
        "answers",
        Map.of("about", List.of("drugs")));
  }

  /** Nadia decides what everybody may see. */
  private static void moderate(Town town, Map<String, Object> report, String decision) {
    var answer =
        town.as("nadia")
            .sends(
                "PUT",
                Problems.path(report) + "/publication",
                BodyPublishers.ofString(decision),
                "Content-Type",
                "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void the_list_shows_what_everybody_may_see_and_no_more(Town town) {
    var litter = report(town, "ana", Problems.litter());
    moderate(town, litter, "{\"text\": \"published\"}");
    town.passes(Duration.ofMinutes(1));
    var other = report(town, "bilal", Problems.of("overgrown", "Ask Mrs Ash of number 5."));
    var hidden = report(town, "ana", quietly());

    for (var person : List.of(town.nobody(), town.as("ana"), town.as("omar"), town.as("nadia"))) {
      var list = person.gets("/v1/reports");
      assertThat(ids(list)).containsExactly(id(other), id(litter));
      assertThat(list.text()).doesNotContain("\"mine\"", "\"staff\"", "uid", "Ash", id(hidden));
    }
    var page = town.nobody().gets("/v1/reports?locality=newport");
    assertThat(page.at("/items/1/text")).startsWith("Cans and paper");
    assertThat(page.json().at("/items/0").has("text")).isFalse();
    assertThat(page.at("/items/1/state")).isEqualTo("open");
    for (var query :
        List.of("?bbox=-2,54,-1,55", "?near=54.575,-1.25", "?category=police-information", "")) {
      assertThat(town.nobody().gets("/v1/reports" + query).text()).doesNotContain(id(hidden));
      assertThat(town.nobody().gets("/v1/reports.geojson" + query).text())
          .doesNotContain(id(hidden));
    }
    assertThat(town.as("omar").gets(Problems.path(hidden)).status()).isEqualTo(200);
  }

  @Test
  void what_changes_goes_to_the_front_and_followers_find_it(Town town) {
    var first = report(town, "ana", Problems.litter());
    town.passes(Duration.ofMinutes(1));
    var second = report(town, "ana", Problems.litter());
    town.passes(Duration.ofMinutes(1));
    var since = town.clock().instant();
    ReportTowns.moves(town.as("nadia"), first, Map.of("move", "investigate"));
    assertThat(ids(town.nobody().gets("/v1/reports"))).containsExactly(id(first), id(second));
    assertThat(ids(town.nobody().gets("/v1/reports?state=investigating")))
        .containsExactly(id(first));
    assertThat(ids(town.nobody().gets("/v1/reports?changedSince=" + since))).isEmpty();
    town.passes(Duration.ofSeconds(11));
    assertThat(ids(town.nobody().gets("/v1/reports?changedSince=" + since)))
        .containsExactly(id(first));
  }

  @Test
  void what_staff_take_off_the_list_is_gone_from_list_and_map_at_once(Town town) {
    var report = report(town, "ana", Problems.litter());
    assertThat(ids(town.nobody().gets("/v1/reports?near=54.575,-1.25&radius=10")))
        .containsExactly(id(report));
    moderate(town, report, "{\"listed\": false}");
    assertThat(ids(town.nobody().gets("/v1/reports"))).isEmpty();
    assertThat(ids(town.nobody().gets("/v1/reports?near=54.575,-1.25&radius=10"))).isEmpty();
    assertThat(town.nobody().gets("/v1/reports.geojson").at("/features/0")).isEmpty();
    assertThat(similar(town.nobody(), "litter", "").json().at("/items")).isEmpty();
  }

  private static Answer similar(Person person, String category, String text) {
    return person.posts("/v1/reports/similar", search(category, text));
  }

  private static Map<String, Object> search(String category, String text) {
    return Town.body(
        "category",
        category,
        "point",
        Town.body("latitude", Problems.LATITUDE + 0.0001, "longitude", Problems.LONGITUDE),
        "text",
        text);
  }

  @Test
  void before_posting_one_is_shown_what_may_be_the_same(Town town) {
    var same = report(town, "ana", Problems.litter());
    var other = report(town, "bilal", Problems.of("litter", "Broken glass near the bench."));
    report(town, "bilal", Problems.of("overgrown", "Brambles over the pavement."));
    moderate(town, same, "{\"text\": \"published\"}");
    moderate(town, other, "{\"text\": \"published\"}");
    var found = similar(town.as("zofia"), "litter", "cans and PAPER by the corner shop");
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(found.json().at("/items")).hasSize(2);
    assertThat(found.at("/items/0/id")).isEqualTo(same.get("id"));
    assertThat(found.at("/items/0/distanceMetres")).isEqualTo("11");
    assertThat(found.json().at("/items/0/score").asDouble())
        .isGreaterThan(found.json().at("/items/1/score").asDouble() + 0.1)
        .isLessThanOrEqualTo(1);
    assertThat(found.at("/items/0/text")).startsWith("Cans and paper");
    assertThat(found.at("/items/0/isItBack")).isEqualTo("false");
    // Too far away, or long ago, it is another problem.
    var far =
        Problems.with(
            search("litter", ""), "point", Town.body("latitude", 54.576, "longitude", -1.25));
    assertThat(town.nobody().posts("/v1/reports/similar", far).json().at("/items")).isEmpty();
    town.passes(Duration.ofDays(31));
    assertThat(similar(town.nobody(), "litter", "").json().at("/items")).isEmpty();
  }

  @Test
  void another_kind_of_the_same_group_is_shown_only_in_like_words(Town town) {
    var same = report(town, "ana", Problems.litter());
    moderate(town, same, "{\"text\": \"published\"}");
    var alike = similar(town.nobody(), "overgrown", "Cans and paper all over the corner");
    assertThat(alike.at("/items/0/id")).isEqualTo(same.get("id"));
    assertThat(similar(town.nobody(), "overgrown", "Brambles").json().at("/items")).isEmpty();
    assertThat(similar(town.nobody(), "overgrown", "").json().at("/items")).isEmpty();
  }

  @Test
  void what_was_fixed_lately_is_shown_as_perhaps_back(Town town) {
    var fixed = report(town, "ana", Problems.litter());
    ReportTowns.moves(town.as("nadia"), fixed, Map.of("move", "say-done"));
    assertThat(similar(town.nobody(), "litter", "").at("/items/0/isItBack")).isEqualTo("true");
    town.passes(Duration.ofDays(20));
    assertThat(similar(town.nobody(), "litter", "").json().at("/items")).isEmpty();
  }

  @Test
  void a_hidden_text_does_not_show_in_the_score_but_to_staff(Town town) {
    report(town, "ana", Problems.of("litter", "It says something about Mr Nobody of number 5."));
    var guess = "something about mr nobody of number 5";
    var right = similar(town.nobody(), "litter", guess);
    var wrong = similar(town.nobody(), "litter", "a big red circle");
    assertThat(right.json().at("/items")).hasSize(1);
    assertThat(right.text()).isEqualTo(wrong.text()).doesNotContain("Nobody");
    assertThat(similar(town.as("nora"), "litter", guess).text()).isEqualTo(wrong.text());
    // The control: whoever may read the text gets a score by it.
    assertThat(similar(town.as("nadia"), "litter", guess).json().at("/items/0/score").asDouble())
        .isGreaterThan(
            similar(town.as("nadia"), "litter", "a big red circle")
                .json()
                .at("/items/0/score")
                .asDouble());
  }

  @Test
  void nobody_learns_of_police_information_by_asking_for_similar_reports(Town town) {
    report(town, "ana", quietly());
    for (var person : List.of(town.nobody(), town.as("ana"), town.as("wyn"), town.as("omar"))) {
      assertThat(
              similar(person, "police-information", "A van comes every night.").json().at("/items"))
          .isEmpty();
    }
  }

  @Test
  void staff_who_work_there_may_look_farther_and_others_are_told_that_they_may_not(Town town) {
    report(town, "ana", Problems.litter());
    var far =
        Problems.with(
            search("litter", ""), "point", Town.body("latitude", 54.5725, "longitude", -1.25));
    var farther = Problems.with(far, "radius", 500);
    assertThat(town.as("wyn").posts("/v1/reports/similar", far).json().at("/items")).isEmpty();
    assertThat(town.as("wyn").posts("/v1/reports/similar", farther).json().at("/items")).hasSize(1);
    for (var person : List.of(town.nobody(), town.as("ana"), town.as("nora"))) {
      var refused = person.posts("/v1/reports/similar", farther);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.places()).containsExactly("#/radius");
    }
    assertThat(
            town.nobody()
                .posts("/v1/reports/similar", Problems.with(far, "category", "tea"))
                .places())
        .containsExactly("#/category");
    assertThat(town.nobody().posts("/v1/reports/similar", Map.of("category", "litter")).places())
        .containsExactly("#/point");
  }
}
