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
import static org.localityvoice.event.EventTowns.puts;
import static org.localityvoice.event.EventTowns.session;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

/** Plans that nobody thinks of until somebody makes them. */
@ExtendWith(TownExtension.class)
class OddPlansTest {
  private static Town town;

  @BeforeAll
  static void one_town_for_all(Town shared) {
    town = shared;
  }

  private static Answer plans(String event, String starts, String ends) {
    return makes(
        town.as("theo"),
        "/v1/sessions/" + id(),
        session(event, starts, "ends", ends, "space", "quiet-room", "capacity", 8));
  }

  private static void taken(Answer answer) {
    assertThat(answer.problem()).as(answer.text()).isEqualTo("space-taken");
  }

  @Test
  void a_day_that_has_all_the_sessions_a_pool_can_have_is_said_before_anything_is_published() {
    var event = drafted(town);
    for (var half = 0; half < 25; half++) {
      var at = LocalDate.parse("2027-01-07").atTime(8, 0).plusMinutes(30L * half);
      planned(
          town,
          event,
          at + "",
          "ends",
          at.plusMinutes(30) + "",
          "space",
          "quiet-room",
          "capacity",
          8,
          "poolCapacity",
          100);
    }
    var path = "/v1/events/" + event;
    var refused = town.as("theo").posts(path + "/publish", Map.of());
    assertThat(refused.problem()).as(refused.text()).isEqualTo("pool-full");
    var last = refused.json().at("/hindrances/0/sessions/0");
    assertThat(last.path("startsAt").asText()).isEqualTo("2027-01-07T20:00:00Z");
    assertThat(last.path("space").asText()).isEqualTo("quiet-room");
    assertThat(refused.json().path("conflicts")).hasSize(1);
    assertThat(town.nobody().gets(path).status()).as("nothing is published").isEqualTo(404);

    // At another place of the day it gets places of its own.
    var over = refused.at("/conflicts/0");
    var moved =
        session(
            event, "2027-01-07T20:00", "space", "main-hall", "capacity", 8, "poolCapacity", 100);
    assertThat(edits(town.as("theo"), "/v1/sessions/" + over, moved, 1).status()).isEqualTo(200);
    published(town, event);
    var one = "2027-01-07T20:00";
    var later =
        planned(town, event, one, "space", "quiet-room", "capacity", 8, "poolCapacity", 100);
    var again = town.as("theo").posts(path + "/publish", Map.of());
    assertThat(again.problem()).as(again.text()).isEqualTo("pool-full");
    assertThat(again.at("/conflicts/0")).isEqualTo(later);
  }

  @Test
  void midnight_is_no_border_for_who_has_a_room() {
    var event = drafted(town);
    assertThat(plans(event, "2027-01-04T22:00", "2027-01-05T02:00").status()).isEqualTo(201);
    taken(plans(event, "2027-01-05T01:59", "2027-01-05T03:00"));
    taken(plans(event, "2027-01-04T23:00", "2027-01-04T23:30"));
    taken(plans(event, "2027-01-04T21:00", "2027-01-05T21:00"));
    assertThat(plans(event, "2027-01-05T02:00", "2027-01-06T02:00").status())
        .as("a whole day")
        .isEqualTo(201);
    assertThat(plans(event, "2027-01-07T02:00", "2027-01-08T02:01").places())
        .as("longer than a day")
        .containsExactly("#/ends");
    assertThat(plans(event, "2027-01-07T02:00", "2027-01-07T02:00").places())
        .containsExactly("#/ends");
  }

  @Test
  void the_night_when_the_clocks_change_has_each_hour_once() {
    var event = drafted(town);
    // There is no half past one: it is half past two then.
    assertThat(plans(event, "2027-03-28T00:00", "2027-03-28T01:30").at("/endsAt"))
        .isEqualTo("2027-03-28T01:30:00Z");
    taken(plans(event, "2027-03-28T02:15", "2027-03-28T03:00"));
    var skipped = plans(event, "2027-03-28T01:45", "2027-03-28T02:15");
    assertThat(skipped.at("/startsAt")).isEqualTo("2027-03-28T01:45:00Z");
    assertThat(skipped.at("/endsAt")).as("as long as it says").isEqualTo("2027-03-28T02:15:00Z");
    taken(plans(event, "2027-03-28T02:50", "2027-03-28T03:30"));
    assertThat(plans(event, "2027-03-28T03:15", "2027-03-28T04:00").status()).isEqualTo(201);

    // Half past one comes twice; the first one is meant.
    assertThat(plans(event, "2027-10-31T01:00", "2027-10-31T01:30").at("/startsAt"))
        .isEqualTo("2027-10-31T00:00:00Z");
    taken(plans(event, "2027-10-31T00:30", "2027-10-31T01:15"));
    var whole = plans(event, "2027-10-31T01:30", "2027-10-31T02:00");
    assertThat(whole.at("/startsAt")).isEqualTo("2027-10-31T00:30:00Z");
    assertThat(whole.at("/endsAt"))
        .as("over the hour that comes twice")
        .isEqualTo("2027-10-31T02:00:00Z");
    assertThat(plans(event, "2027-10-31T10:00", "2027-11-01T10:00").status()).isEqualTo(201);
    assertThat(plans(event, "2027-10-30T10:00", "2027-10-31T00:30").status()).isEqualTo(201);
  }

  @Test
  void one_end_of_a_session_is_changed_without_the_other_jumping_to_another_day() {
    var event = drafted(town);
    var day = plans(event, "2027-01-18T13:00", "2027-01-18T15:00").at("/id");
    var night = plans(event, "2027-01-19T22:00", "2027-01-20T02:00").at("/id");
    assertThat(changed(event, Map.of("starts", "16:00"), day, night))
        .as("later than the afternoon ends, and before the night does")
        .containsExactly("end-after-start", "changed");
    assertThat(changed(event, Map.of("ends", "12:00"), day, night))
        .containsExactly("end-after-start", "changed");
    assertThat(changed(event, Map.of("starts", "21:00"), night)).containsExactly("changed");
    assertThat(changed(event, Map.of("starts", "16:00", "ends", "01:00"), day))
        .as("who says both means it")
        .containsExactly("changed");
    var seen = town.as("theo").gets("/v1/events/" + event).json().path("sessions");
    assertThat(seen.findValuesAsText("startsAt"))
        .containsExactly("2027-01-18T16:00:00Z", "2027-01-19T21:00:00Z");
    assertThat(seen.findValuesAsText("endsAt"))
        .containsExactly("2027-01-19T01:00:00Z", "2027-01-20T12:00:00Z");
  }

  /** What became of each: its verdict, or why it is refused. */
  private static List<String> changed(String event, Map<String, Object> to, String... sessions) {
    var body = Map.of("sessions", List.of(sessions), "action", "change", "to", to);
    var answer = town.as("theo").posts("/v1/events/" + event + "/sessions/changes", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("verdicts").spliterator(), false)
        .map(one -> one.path(one.has("code") ? "code" : "verdict").asText())
        .toList();
  }

  @Test
  void nothing_is_made_moved_or_published_in_the_past(Town other) {
    var event = drafted(other);
    var theo = other.as("theo");
    var draft = planned(other, event, "2026-11-24T10:00");
    var path = "/v1/sessions/" + draft;
    for (var past : List.of("2026-11-23T09:59", "2026-11-23T10:00", "2001-01-01T10:00")) {
      assertThat(makes(theo, "/v1/sessions/" + id(), session(event, past)).status()).isEqualTo(400);
      assertThat(edits(theo, path, session(event, past), 1).places()).containsExactly("#/starts");
    }
    var late = session(event, "2028-12-01T10:00");
    assertThat(makes(theo, "/v1/sessions/" + id(), late).places()).containsExactly("#/starts");

    other.passes(Duration.ofHours(26));
    theo = other.as("theo");
    assertThat(theo.posts("/v1/events/" + event + "/publish", Map.of()).problem())
        .isEqualTo("event-without-sessions");
    assertThat(edits(theo, path, session(event, "2026-11-30T10:00"), 1).problem())
        .isEqualTo("session-over");
    planned(other, event, "2026-11-30T10:00");
    published(other, event);
    assertThat(ids(other.nobody().gets("/v1/events/" + event), "sessions"))
        .as("what was never published stays unseen")
        .hasSize(1)
        .doesNotContain(draft);
  }

  private static Map<String, Object> series(Object... more) {
    var series = session("", "2027-01-04T10:00", "starts", "10:00", "ends", "10:30");
    series.remove("event");
    series.putAll(Town.body("id", id(), "space", "quiet-room", "capacity", 8));
    series.putAll(Town.body(more));
    return series;
  }

  private static Answer expands(String event, Map<String, Object> series) {
    return town.as("theo").posts("/v1/events/" + event + "/series", series);
  }

  private static List<String> days(String from, int count) {
    return Stream.iterate(LocalDate.parse(from), day -> day.plusDays(1))
        .limit(count)
        .map(LocalDate::toString)
        .toList();
  }

  @Test
  void a_series_is_as_long_as_it_says_or_refused() {
    var daily =
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    var event = drafted(town);
    var forEver = series("from", "2027-02-01", "to", "2099-12-31", "weekdays", daily);
    assertThat(expands(event, forEver).status()).isEqualTo(400);
    var backwards = series("from", "2027-02-02", "to", "2027-02-01", "weekdays", daily);
    assertThat(expands(event, backwards).places()).containsExactly("#/to");
    var none = series("dates", days("2027-02-01", 2), "except", days("2027-02-01", 2));
    assertThat(expands(event, none).status()).isEqualTo(400);
    var far = series("dates", List.of("2027-02-01", "2060-02-01"));
    assertThat(expands(event, far).places()).containsExactly("#/starts");
    var whole = series("from", "2027-02-01", "to", "2027-06-01", "weekdays", daily);
    assertThat(expands(event, whole).status()).as("121 days").isEqualTo(400);
    assertThat(town.as("theo").gets("/v1/events/" + event).json().path("sessions")).isEmpty();

    whole.put("except", days("2027-02-01", 20));
    whole.put("to", "2027-06-20");
    assertThat(ids(expands(event, whole), "sessions")).as("140 days without 20").hasSize(120);
    var more = series("dates", days("2027-08-01", 81));
    assertThat(expands(event, more).problem()).isEqualTo("too-many-sessions");
    more.put("dates", days("2027-08-01", 80));
    assertThat(ids(expands(event, more), "sessions")).hasSize(80);
    assertThat(plans(event, "2027-12-01T10:00", "2027-12-01T11:00").problem())
        .isEqualTo("too-many-sessions");
  }

  @Test
  void a_title_in_any_script_comes_back_whole_and_what_nobody_sees_is_no_title() {
    var family = "👩‍👧 مهرجان المرح 🎉 \u202Bשלום\u202C é";
    var event = drafted(town, "title", Map.of("en", family, "ar", "مهرجان"));
    planned(town, event, "2027-01-11T10:00");
    published(town, event);
    assertThat(town.nobody().gets("/v1/events/" + event).at("/title")).isEqualTo(family);
    assertThat(town.nobody().gets("/v1/localities/newport/events.ics").text().replace("\r\n ", ""))
        .contains("SUMMARY;LANGUAGE=en:" + family);
    for (var nothing : List.of("\u0000", "\u200B\u200D", "\u202E", "\u0007\u001B", "\u3164")) {
      var odd = content("title", Map.of("en", nothing));
      assertThat(makes(town.as("theo"), "/v1/events/" + id(), odd).status())
          .as("%x", nothing.codePointAt(0))
          .isEqualTo(400);
    }
    var bell = drafted(town, "title", Map.of("en", "Fun\u0000 for\u0007 all"));
    assertThat(town.as("theo").gets("/v1/events/" + bell).at("/title")).isEqualTo("Fun for all");
    var half = new String(Json.bytes(content()), StandardCharsets.UTF_8);
    var cut = half.replace("Feast of Fun", "Fun \\ud83d");
    var path = "/v1/events/" + id();
    var answer =
        town.as("theo")
            .sends(
                "PUT",
                path,
                BodyPublishers.ofString(cut),
                "Content-Type",
                "application/json",
                "If-None-Match",
                "*");
    assertThat(answer.status()).as(answer.text()).isIn(201, 400);
    var longest = drafted(town, "title", Map.of("en", "🎉".repeat(120)));
    assertThat(town.as("theo").gets("/v1/events/" + longest).at("/title")).hasSize(240);
    var longer = content("title", Map.of("en", "🎉".repeat(121)));
    assertThat(makes(town.as("theo"), "/v1/events/" + id(), longer).status()).isEqualTo(400);
  }

  @Test
  void a_change_says_which_edition_it_means() {
    var event = drafted(town);
    var theo = town.as("theo");
    var path = "/v1/events/" + event;
    var other = content("activity", "arts");
    assertThat(puts(theo, path, other).places()).containsExactly("header:If-Match");
    assertThat(puts(theo, path, other, "If-Match", "\"1\"", "If-None-Match", "*").status())
        .isEqualTo(400);
    for (var odd : List.of("1", "*", "W/\"1\"", "\"x\"", "\"1\", \"2\"", "\"\"")) {
      assertThat(puts(theo, path, other, "If-Match", odd).status()).as(odd).isEqualTo(400);
    }
    assertThat(puts(theo, path, other, "If-Match", "\"999999999999999\"").status()).isEqualTo(412);
    assertThat(puts(theo, "/v1/events/" + id(), other, "If-Match", "\"1\"").status())
        .as("there is none")
        .isEqualTo(404);
    assertThat(theo.gets(path).at("/edition")).isEqualTo("1");
    var session = "/v1/sessions/" + planned(town, event, "2027-01-12T10:00");
    var moved = session(event, "2027-01-12T14:00");
    assertThat(puts(theo, session, moved).status()).isEqualTo(400);
    assertThat(edits(theo, session, moved, 7).status()).isEqualTo(412);
    assertThat(theo.gets(path).at("/sessions/0/startsAt")).isEqualTo("2027-01-12T10:00:00Z");
  }
}
