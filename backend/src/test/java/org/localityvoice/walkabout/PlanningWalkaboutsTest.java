package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.plan;
import static org.localityvoice.walkabout.Walks.planned;
import static org.localityvoice.walkabout.Walks.puts;
import static org.localityvoice.walkabout.Walks.with;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.testing.StoreExtension;

/** The calendar of walkabouts, and the kit for the way. */
class PlanningWalkaboutsTest {
  private static Town town;

  @BeforeAll
  static void opens() throws Exception {
    town = Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of());
  }

  @AfterAll
  static void closes() {
    town.close();
  }

  @Test
  void residents_read_two_weeks_before_when_and_where_people_meet() {
    var follows =
        town.as("zofia")
            .sends(
                "PUT",
                "/v1/subscriptions/newport-news",
                BodyPublishers.ofString("{\"locality\":\"newport\"}"),
                "Content-Type",
                "application/json");
    assertThat(follows.status()).isEqualTo(201);
    var id = UUID.randomUUID().toString();
    var made = puts(town.as("wyn"), id, plan("2026-12-07T10:00"), "If-None-Match", "*");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var again = puts(town.as("wyn"), id, plan("2026-12-07T10:00"), "If-None-Match", "*");
    assertThat(again.status()).isEqualTo(200);
    var open = town.nobody().gets("/v1/walkabouts/" + id);
    assertThat(open.at("/meetingPlace")).isEqualTo("In front of Newport Hub");
    assertThat(open.at("/noticeDays")).isEqualTo("14");
    assertThat(open.at("/startsAt")).isEqualTo("2026-12-07T10:00:00Z");
    assertThat(open.json().has("edition")).isFalse();
    assertThat(open.text()).doesNotContain("wyn");
    assertThat(town.nobody().gets("/v1/localities/newport/walkabouts").text()).contains(id);
    town.works();
    town.works();
    assertThat(town.as("zofia").gets("/v1/inbox").text()).contains("walkabout.planned", id);

    // Cancelled in time: told once, and to everybody.
    var bad = Town.body("reason", "weather");
    assertThat(town.as("nadia").posts("/v1/walkabouts/" + id + "/cancel", bad).at("/state"))
        .isEqualTo("cancelled");
    assertThat(town.as("wyn").posts("/v1/walkabouts/" + id + "/cancel", bad).status())
        .isEqualTo(200);
    assertThat(town.nobody().gets("/v1/walkabouts/" + id).at("/cancelReason")).isEqualTo("weather");
    var late = puts(town.as("wyn"), id, plan("2026-12-08T10:00"), "If-Match", "\"2\"");
    assertThat(late.problem()).isEqualTo("walkabout-cancelled");
  }

  @Test
  void thirteen_days_need_a_reason_and_a_new_day_is_notice_anew() {
    var id = UUID.randomUUID().toString();
    var short_ = plan("2026-12-06T10:00");
    var refused = puts(town.as("wyn"), id, short_, "If-None-Match", "*");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.places()).containsExactly("#/shortNoticeReason");
    var reason = with(short_, "shortNoticeReason", "The bins are changed this week.");
    assertThat(puts(town.as("wyn"), id, reason, "If-None-Match", "*").status()).isEqualTo(201);
    assertThat(town.nobody().gets("/v1/walkabouts/" + id).at("/shortNoticeReason"))
        .isEqualTo("The bins are changed this week.");
    var moved = puts(town.as("wyn"), id, plan("2026-12-20T10:00"), "If-Match", "\"1\"");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.at("/noticeDays")).isEqualTo("27");
    assertThat(moved.header("ETag")).isEqualTo("\"2\"");
    assertThat(puts(town.as("wyn"), id, plan("2026-12-21T10:00"), "If-Match", "\"1\"").status())
        .isEqualTo(412);
    var elsewhere = with(plan("2026-12-20T10:00"), "rewalkOf", planned(town));
    assertThat(puts(town.as("wyn"), id, elsewhere, "If-Match", "\"2\"").places())
        .containsExactly("#/rewalkOf");
  }

  @Test
  void bad_plans_are_refused_with_their_places() {
    var id = UUID.randomUUID().toString();
    for (var bad :
        List.of(
            List.of("#/starts", with(plan("2026-12-20T10:00"), "starts", "2026-02-31T10:00")),
            List.of("#/starts", plan("2026-11-01T10:00")),
            List.of("#/meetingPlace", with(plan("2026-12-20T10:00"), "meetingPlace", " \u2800 ")),
            List.of(
                "#/route",
                with(
                    plan("2026-12-20T10:00"),
                    "route",
                    Town.body("id", "newport-terraces", "version", 9))),
            List.of("#/rewalkOf", with(plan("2026-12-20T10:00"), "rewalkOf", "no-such-walk")))) {
      var answer = puts(town.as("wyn"), id, body(bad.get(1)), "If-None-Match", "*");
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.places()).containsExactly((String) bad.get(0));
    }
    assertThat(town.nobody().gets("/v1/walkabouts/" + id).status()).isEqualTo(404);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> body(Object body) {
    return (Map<String, Object>) body;
  }

  @Test
  void only_wardens_and_the_manager_of_the_locality_plan() {
    var plan = with(plan("2026-12-20T10:00"), "shortNoticeReason", "None.");
    for (var person : List.of("ana", "rosa", "omar", "theo")) {
      var answer = puts(town.as(person), UUID.randomUUID().toString(), plan, "If-None-Match", "*");
      assertThat(answer.status()).as(person).isEqualTo(404);
    }
    var id = planned(town);
    assertThat(town.as("ana").gets("/v1/walkabouts/" + id + "/kit").status()).isEqualTo(404);
    assertThat(town.as("theo").gets("/v1/walkabouts/" + id + "/kit").status()).isEqualTo(200);
    assertThat(town.nobody().gets("/v1/localities/nowhere/walkabouts").status()).isEqualTo(404);
  }

  @Test
  void everything_for_the_way_is_one_download_that_is_not_repeated_for_nothing() {
    var report = UUID.randomUUID().toString();
    var bin =
        Town.body(
            "id",
            report,
            "category",
            "graffiti",
            "point",
            Town.body("latitude", 54.5737, "longitude", -1.2495),
            "text",
            "On the wall of number twelve, by somebody I know.",
            "answers",
            Town.body("hateful", "no"));
    var id = planned(town);
    var before = town.as("wyn").gets("/v1/walkabouts/" + id + "/kit");
    assertThat(before.status()).as(before.text()).isEqualTo(200);
    assertThat(before.json().at("/route/transects")).hasSize(20);
    assertThat(before.json().at("/elements")).hasSize(11);
    assertThat(before.json().at("/dueTimes")).hasSize(7);
    assertThat(before.json().at("/categories").findValuesAsText("id"))
        .contains("litter")
        .doesNotContain("police-information");
    assertThat(before.at("/elements/0/name")).isEqualTo("Litter");
    var tag = before.header("ETag");
    assertThat(town.as("wyn").gets("/v1/walkabouts/" + id + "/kit", "If-None-Match", tag).status())
        .isEqualTo(304);
    var polish = town.as("wyn").gets("/v1/walkabouts/" + id + "/kit", "Accept-Language", "pl");
    assertThat(polish.at("/elements/0/name")).isEqualTo("Śmieci");

    var sent = town.as("ana").posts("/v1/reports", bin);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    var after = town.as("wyn").gets("/v1/walkabouts/" + id + "/kit", "If-None-Match", tag);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.json().at("/reports").findValuesAsText("id")).contains(report);
    assertThat(after.text()).doesNotContain("number twelve");
  }

  @Test
  void a_route_that_is_changed_is_a_new_version_and_the_old_one_stays() {
    var id = planned(town);
    var moved = "{id: t20, zone: high";
    assertThat(town.imports(file -> file.replace("{id: t20, zone: medium", moved)))
        .singleElement()
        .asString()
        .contains("/walkabouts/routes/0/version", "other transects");
    assertThat(
            town.imports(
                file ->
                    file.replace("{id: t20, zone: medium", moved)
                        .replace(
                            "version: 1\n      title: {en: The terr",
                            "version: 2\n      title: {en: The terr")))
        .isEmpty();
    var routes = town.as("wyn").gets("/v1/localities/newport/walkabout-routes");
    assertThat(routes.at("/items/0/version")).isEqualTo("2");
    assertThat(routes.at("/items/0/transects/19/zone")).isEqualTo("high");
    var kit = town.as("wyn").gets("/v1/walkabouts/" + id + "/kit");
    assertThat(kit.at("/route/version")).isEqualTo("1");
    assertThat(kit.at("/route/transects/19/zone")).isEqualTo("medium");
    assertThat(town.imports(file -> file)).isEmpty();
  }

  @Test
  void what_was_walked_all_the_same_counts_as_walked() {
    var id = planned(town);
    town.as("nadia").posts("/v1/walkabouts/" + id + "/cancel", Town.body("reason", "weather"));
    assertThat(town.nobody().gets("/v1/walkabouts/" + id).json().has("counts")).isFalse();
    Walks.sends(town.as("wyn"), List.of(Walks.grade(id, "all-the-same", "t01", "litter", "B")));
    var seen = town.nobody().gets("/v1/walkabouts/" + id);
    assertThat(seen.at("/state")).isEqualTo("underway");
    assertThat(seen.at("/counts/walked")).isEqualTo("1");
    assertThat(
            town.as("nadia")
                .posts("/v1/walkabouts/" + id + "/cancel", Town.body("reason", "other"))
                .problem())
        .isEqualTo("walkabout-begun");
  }

  @Test
  void one_of_ten_walkabouts_that_ended_is_proposed_to_be_repeated_until_it_is() {
    var drawn = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (var i = 0; i < 2_000; i++) {
      var id = "walkabout-" + i;
      (Rewalks.drawn(id) ? drawn : others).add(id);
    }
    assertThat(drawn.size()).isBetween(150, 250);
    for (var id : List.of(drawn.get(0), others.get(0))) {
      var plan = with(plan("2026-12-20T10:00"), "shortNoticeReason", "None.");
      puts(town.as("wyn"), id, plan, "If-None-Match", "*");
      var end = Town.body("endedAt", "2026-12-20T12:00:00Z");
      Walks.sends(town.as("wyn"), List.of(Walks.item(id, "the-ending", "walkabout", end)));
    }
    assertThat(proposed("nadia", drawn.get(0))).isTrue();
    assertThat(proposed("nadia", others.get(0))).isFalse();
    assertThat(proposed("ana", drawn.get(0))).isFalse();
    var again = with(plan("2026-12-21T10:00"), "rewalkOf", drawn.get(0));
    puts(town.as("nadia"), UUID.randomUUID().toString(), again, "If-None-Match", "*");
    assertThat(proposed("nadia", drawn.get(0))).isFalse();
  }

  private static boolean proposed(String person, String walkabout) {
    return town.as(person).gets("/v1/walkabouts/" + walkabout).json().has("rewalkProposed");
  }

  private static List<String> ids(Answer page) {
    return List.of(page.at("/items/0/id"), page.at("/items/1/id"));
  }

  @Test
  void the_calendar_goes_on_from_page_to_page() {
    for (var i = 0; i < 4; i++) {
      planned(town);
    }
    var first = town.nobody().gets("/v1/localities/newport/walkabouts?limit=2");
    var second =
        town.nobody().gets("/v1/localities/newport/walkabouts?limit=2&after=" + first.at("/next"));
    assertThat(first.json().at("/items")).hasSize(2);
    assertThat(ids(second)).hasSize(2).doesNotContainAnyElementsOf(ids(first));
    assertThat(town.nobody().gets("/v1/localities/newport/walkabouts?after=x").status())
        .isEqualTo(400);
    assertThat(town.as("wyn").gets("/v1/localities/newport/walkabout-routes").at("/items/0/id"))
        .isEqualTo("newport-terraces");
  }
}
