package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.content;
import static org.localityvoice.event.EventTowns.drafted;
import static org.localityvoice.event.EventTowns.id;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;
import static org.localityvoice.event.EventTowns.planned;
import static org.localityvoice.event.EventTowns.published;
import static org.localityvoice.event.EventTowns.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What residents find. Three sessions of a club in Newport, and a concert in North Ormesby. */
@ExtendWith(TownExtension.class)
class FindingEventsTest {
  private static Town town;
  private static String monday;
  private static String tuesday;
  private static String none;
  private static String concert;

  @BeforeAll
  static void four_sessions_in_a_week(Town shared) {
    town = shared;
    var club = drafted(town);
    monday = planned(town, club, "2026-12-07T10:00");
    tuesday = planned(town, club, "2026-12-08T10:00");
    none =
        planned(
            town,
            club,
            "2026-12-09T10:00",
            "capacity",
            0,
            "waitlist",
            Map.of("rule", "first-come", "mostWaiting", 0, "offerHours", 24, "autoConfirm", false));
    published(town, club);
    var event = id();
    var nora = town.as("nora");
    makes(
        nora,
        "/v1/events/" + event,
        content(
            "locality",
            "north-ormesby",
            "activity",
            "arts",
            "ages",
            Map.of("from", 60, "to", 120),
            "accessibility",
            List.of("step-free", "hearing-loop"),
            "title",
            Map.of("en", "Concert")));
    concert = id();
    var plan =
        session(event, "2026-12-07T10:00", "venue", "ormesby-community-centre", "space", "hall");
    assertThat(makes(nora, "/v1/sessions/" + concert, plan).status()).isEqualTo(201);
    assertThat(nora.posts("/v1/events/" + event + "/publish", Map.of()).status()).isEqualTo(200);
    planned(town, drafted(town), "2026-12-07T15:00");
    town.works();
  }

  private static Answer find(String query) {
    return town.nobody().gets("/v1/events?from=2026-12-07&to=2026-12-13" + query);
  }

  private static List<String> found(String query) {
    return ids(find(query), "items");
  }

  @Test
  void by_place_age_access_and_free_places() {
    assertThat(found("")).containsExactlyInAnyOrder(monday, concert, tuesday, none);
    assertThat(found("&locality=newport")).containsExactly(monday, tuesday, none);
    assertThat(found("&locality=nowhere")).isEmpty();
    assertThat(found("&age=6&locality=newport")).hasSize(3);
    assertThat(found("&age=10&locality=newport")).hasSize(3);
    assertThat(found("&age=11&locality=newport")).isEmpty();
    assertThat(found("&age=60")).containsExactly(concert);
    assertThat(found("&accessibility=step-free")).hasSize(4);
    assertThat(found("&accessibility=step-free,hearing-loop")).containsExactly(concert);
    assertThat(found("&places=waitlist-closed")).containsExactly(none);
    assertThat(found("&places=available,few")).doesNotContain(none).hasSize(3);
  }

  @Test
  void by_days_in_the_areas_time_from_today_on() {
    assertThat(ids(town.nobody().gets("/v1/events"), "items")).contains(monday, concert);
    assertThat(ids(town.nobody().gets("/v1/events?from=2026-12-08&to=2026-12-08"), "items"))
        .containsExactly(tuesday);
    assertThat(ids(town.nobody().gets("/v1/events?from=2027-01-01"), "items")).isEmpty();
    for (var bad : List.of("from=2026-12-08&to=2026-12-07", "from=2026-12-08&to=2028-01-01")) {
      assertThat(town.nobody().gets("/v1/events?" + bad).places()).containsExactly("query:to");
    }
    for (var bad : List.of("from=2026-13-01", "age=121", "places=3", "accessibility=", "x=1")) {
      assertThat(town.nobody().gets("/v1/events?" + bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(town.nobody().gets("/v1/events?after=bm8").places()).containsExactly("query:after");
  }

  @Test
  void page_by_page_each_once() {
    var all = new ArrayList<String>();
    var next = "";
    do {
      var page = find("&limit=1" + next);
      assertThat(ids(page, "items")).hasSizeLessThanOrEqualTo(1);
      all.addAll(ids(page, "items"));
      next = page.json().has("next") ? "&after=" + page.at("/next") : "";
    } while (!next.isEmpty());
    assertThat(all).containsExactlyElementsOf(found(""));
    assertThat(find("&limit=1&age=60").json().has("next")).isFalse();
  }

  @Test
  void in_ones_own_language_without_numbers_and_not_twice_if_it_is_the_same() {
    var polish = town.nobody().gets("/v1/events?locality=newport", "Accept-Language", "pl");
    assertThat(polish.at("/items/0/event/title")).isEqualTo("Święto zabawy");
    assertThat(polish.at("/items/0/event/activity/name")).isEqualTo("Półkolonie z posiłkiem");
    assertThat(polish.header("Content-Language")).isEqualTo("pl");
    assertThat(polish.header("Vary")).contains("Accept-Language");
    assertThat(polish.text()).doesNotContain("capacity", "edition", "pool", "waitlist\"");
    assertThat(
            town.nobody()
                .gets(
                    "/v1/events?locality=newport",
                    "Accept-Language",
                    "pl",
                    "If-None-Match",
                    polish.header("ETag"))
                .status())
        .isEqualTo(304);
    var venues = town.nobody().gets("/v1/event-venues", "Accept-Language", "pl");
    assertThat(venues.at("/venues/0/spaces/0/name")).isEqualTo("Duża sala");
    assertThat(venues.at("/activities/1/broader")).isEqualTo("holiday-activities");
  }

  @Test
  void a_venue_that_the_area_has_no_more_stays_with_its_sessions(Town same) {
    assertThat(
            same.imports(
                file -> file.replace("id: ormesby-community-centre", "id: ormesby-old-hall")))
        .isEmpty();
    same.clock().advance(java.time.Duration.ofSeconds(10));
    var seen = town.nobody().gets("/v1/events?locality=north-ormesby&from=2026-12-07");
    assertThat(seen.at("/items/0/place/name")).isEqualTo("North Ormesby Community Centre");
    var offered = town.nobody().gets("/v1/event-venues").text();
    assertThat(offered).contains("ormesby-old-hall").doesNotContain("ormesby-community-centre");
    var plan =
        session(
            drafted(town),
            "2026-12-17T10:00",
            "venue",
            "ormesby-community-centre",
            "space",
            "hall");
    assertThat(makes(town.as("theo"), "/v1/sessions/" + id(), plan).places())
        .containsExactly("#/venue");
    assertThat(same.imports(file -> file)).isEmpty();
  }
}
