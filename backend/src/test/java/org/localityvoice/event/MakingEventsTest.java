package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.content;
import static org.localityvoice.event.EventTowns.drafted;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.id;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;
import static org.localityvoice.event.EventTowns.planned;
import static org.localityvoice.event.EventTowns.published;
import static org.localityvoice.event.EventTowns.session;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Partners draft and publish. It is the morning of Monday 23 November 2026. */
@ExtendWith(TownExtension.class)
class MakingEventsTest {
  private static Town town;

  @BeforeAll
  static void one_town_for_all(Town shared) {
    town = shared;
  }

  @Test
  void theo_drafts_an_event_and_residents_see_it_once_it_is_published() {
    var event = drafted(town);
    var session = planned(town, event, "2026-12-01T13:00");
    var path = "/v1/events/" + event;
    assertThat(town.nobody().gets(path).status()).isEqualTo(404);
    assertThat(withoutRequest(town.as("ana").gets(path)))
        .as("the same as if there were none")
        .isEqualTo(withoutRequest(town.as("ana").gets("/v1/events/" + id())));

    published(town, event);
    var seen = town.as("ana").gets(path, "Accept-Language", "pl");
    assertThat(seen.at("/state")).isEqualTo("published");
    assertThat(seen.at("/title")).isEqualTo("Święto zabawy");
    assertThat(seen.at("/description")).as("not written in Polish").startsWith("Games");
    assertThat(seen.at("/organiser/name")).isEqualTo("Thirteen Housing");
    assertThat(seen.at("/sessions/0/id")).isEqualTo(session);
    assertThat(seen.at("/sessions/0/startsAt")).isEqualTo("2026-12-01T13:00:00Z");
    assertThat(seen.at("/sessions/0/place/spaceName")).isEqualTo("Duża sala");
    assertThat(seen.at("/sessions/0/places")).isEqualTo("available");
    assertThat(seen.text()).doesNotContain("capacity", "edition", "content");
    assertThat(
            town.nobody()
                .gets(path, "If-None-Match", town.nobody().gets(path).header("ETag"))
                .status())
        .isEqualTo(304);
  }

  private static String withoutRequest(Answer answer) {
    return answer.status() + answer.text().replace(answer.at("/instance"), "");
  }

  @Test
  void the_same_draft_again_changes_nothing_and_another_under_its_id_is_refused() {
    var id = id();
    var path = "/v1/events/" + id;
    assertThat(makes(town.as("theo"), path, content()).status()).isEqualTo(201);
    var again = makes(town.as("theo"), path, content());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    var other = content("activity", "sport");
    assertThat(makes(town.as("theo"), path, other).status()).isEqualTo(412);
    assertThat(edits(town.as("theo"), path, other, 1).header("ETag")).isEqualTo("\"2\"");
    assertThat(edits(town.as("theo"), path, other, 1).status()).as("the retry").isEqualTo(200);
    assertThat(edits(town.as("theo"), path, content(), 1).status()).isEqualTo(412);
    var session = "/v1/sessions/" + id();
    var plan = session(id, "2026-12-02T10:00");
    assertThat(makes(town.as("theo"), session, plan).status()).isEqualTo(201);
    assertThat(makes(town.as("theo"), session, plan).status()).isEqualTo(200);
    plan.put("capacity", 30);
    assertThat(makes(town.as("theo"), session, plan).status()).isEqualTo(412);
    assertThat(edits(town.as("theo"), session, plan, 1).at("/capacity")).isEqualTo("30");
    assertThat(edits(town.as("theo"), session, plan, 1).status()).isEqualTo(200);
  }

  @Test
  void officers_see_each_others_drafts_and_change_their_own_only() {
    var event = drafted(town);
    var session = planned(town, event, "2026-12-03T10:00");
    var drafts = "/v1/localities/newport/event-drafts?from=2026-12-03&to=2026-12-03";
    for (var officer : List.of("rosa", "omar", "nadia", "theo")) {
      var seen = town.as(officer).gets(drafts);
      assertThat(ids(seen, "items")).as(officer).containsExactly(session);
      assertThat(seen.at("/items/0/event/title")).isEqualTo("Feast of Fun");
      assertThat(seen.at("/items/0/capacity")).isEqualTo("20");
      assertThat(seen.at("/items/0/place/name")).isEqualTo("Newport Hub");
      assertThat(ids(town.as(officer).gets("/v1/localities/newport/events?limit=200"), "items"))
          .contains(event);
    }
    for (var stranger : List.of("nora", "ana", "wyn", "pat")) {
      assertThat(town.as(stranger).gets(drafts).status()).as(stranger).isEqualTo(404);
      assertThat(town.as(stranger).gets("/v1/events/" + event).status()).isEqualTo(404);
    }
    var forOthers = town.as("rosa").gets("/v1/events/" + event);
    assertThat(forOthers.at("/sessions/0/capacity")).isEqualTo("20");
    assertThat(forOthers.text()).doesNotContain("edition", "description", "collects");
    assertThat(town.as("nadia").gets("/v1/events/" + event).at("/content/description/en"))
        .isEqualTo("Games and a hot meal.");

    for (var other : List.of("rosa", "nora", "ana")) {
      var person = town.as(other);
      assertThat(edits(person, "/v1/events/" + event, content("activity", "arts"), 1).status())
          .as(other)
          .isEqualTo(404);
      assertThat(
              edits(person, "/v1/sessions/" + session, session(event, "2026-12-03T15:00"), 1)
                  .status())
          .isEqualTo(404);
      assertThat(person.posts("/v1/events/" + event + "/publish", Map.of()).status())
          .isEqualTo(404);
      assertThat(person.posts("/v1/events/" + event + "/cancel", Map.of()).status()).isEqualTo(404);
      var cancel = Town.body("sessions", List.of(session), "action", "cancel");
      assertThat(person.posts("/v1/events/" + event + "/sessions/changes", cancel).status())
          .isEqualTo(404);
    }
    assertThat(
            edits(town.as("nadia"), "/v1/events/" + event, content("activity", "arts"), 1).status())
        .as("the manager may")
        .isEqualTo(200);
    assertThat(makes(town.as("rosa"), "/v1/events/" + id(), content()).status())
        .as("in the name of another partner")
        .isEqualTo(404);
  }

  @Test
  void what_is_wrong_is_told_with_its_place() {
    var event = drafted(town);
    var theo = town.as("theo");
    var bad = content("ages", Map.of("from", 9, "to", 8));
    assertThat(makes(theo, "/v1/events/" + id(), bad).places()).containsExactly("#/ages/to");
    bad = content("activity", "nothing-like-it");
    assertThat(makes(theo, "/v1/events/" + id(), bad).places()).containsExactly("#/activity");
    bad = content("organiser", "big-local-north-ormesby");
    assertThat(makes(town.as("nadia"), "/v1/events/" + id(), bad).places())
        .containsExactly("#/organiser");
    assertThat(
            edits(town.as("nadia"), "/v1/events/" + event, content("organiser", "early-help"), 1)
                .places())
        .containsExactly("#/organiser");
    Map.of(
            "#/venue", session(event, "2026-12-04T10:00", "venue", "moon"),
            "#/space", session(event, "2026-12-04T10:00", "space", "moon"),
            "#/capacity", session(event, "2026-12-04T10:00", "capacity", 121),
            "#/starts", session(event, "2026-11-20T10:00"),
            "#/ends", session(event, "2026-12-04T10:00", "ends", "2026-12-04T09:00"))
        .forEach(
            (place, plan) -> {
              var answer = makes(theo, "/v1/sessions/" + id(), plan);
              assertThat(answer.status()).as(place).isEqualTo(400);
              assertThat(answer.places()).containsExactly(place);
            });
    var never = session(event, "2027-02-28T10:00", "starts", "2027-02-30T10:00");
    assertThat(makes(theo, "/v1/sessions/" + id(), never).places()).containsExactly("#/starts");
    assertThat(theo.posts("/v1/events/" + event + "/publish", Map.of()).problem())
        .isEqualTo("event-without-sessions");
  }
}
