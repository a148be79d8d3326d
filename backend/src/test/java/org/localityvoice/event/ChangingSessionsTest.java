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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Series, moves, cancellations, and spaces that two want. */
@ExtendWith(TownExtension.class)
class ChangingSessionsTest {
  private static Town town;

  @BeforeAll
  static void one_town_for_all(Town shared) {
    town = shared;
  }

  private static Map<String, Object> series(String id, Object... changes) {
    var series =
        Town.body(
            "id",
            id,
            "from",
            "2027-03-01",
            "to",
            "2027-04-10",
            "weekdays",
            List.of("saturday"),
            "except",
            List.of("2027-03-13"),
            "starts",
            "10:00",
            "ends",
            "12:30",
            "venue",
            "newport-hub",
            "space",
            "quiet-room",
            "capacity",
            10);
    series.putAll(Town.body(changes));
    return series;
  }

  private static Answer theo(String path, Object body) {
    return town.as("theo").posts(path, body);
  }

  private static List<JsonNode> each(Answer answer, String list) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path(list).spliterator(), false).toList();
  }

  private static List<String> told(Answer answer, String field) {
    return each(answer, "verdicts").stream().map(one -> one.path(field).asText()).toList();
  }

  @Test
  void a_series_keeps_its_time_of_day_when_the_clocks_change_and_is_made_once() {
    var event = drafted(town);
    var path = "/v1/events/" + event + "/series";
    var series = series(id());
    var made = theo(path, series);
    assertThat(each(made, "sessions").stream().map(one -> one.path("startsAt").asText()))
        .containsExactly(
            "2027-03-06T10:00:00Z",
            "2027-03-20T10:00:00Z",
            "2027-03-27T10:00:00Z",
            "2027-04-03T09:00:00Z",
            "2027-04-10T09:00:00Z");
    assertThat(theo(path, series).text()).as("the same again").isEqualTo(made.text());
    var other = new java.util.LinkedHashMap<>(series);
    other.put("capacity", 9);
    assertThat(theo(path, other).problem()).isEqualTo("series-id-taken");
    assertThat(theo(path, series(id())).problem()).isEqualTo("space-taken");
    var free = series(id(), "starts", "13:00", "ends", "14:00");
    assertThat(ids(theo(path, free), "sessions")).hasSize(5);
    var none = series(id(), "to", "2027-03-05");
    assertThat(theo(path, none).places()).containsExactly("#");
    var week = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
    var many = series(id(), "to", "2027-12-31", "weekdays", week);
    assertThat(theo(path, many).places()).as("more than 120 days").containsExactly("#");
    var both = series(id(), "dates", List.of("2027-05-01"));
    assertThat(theo(path, both).places()).containsExactly("#");
  }

  @Test
  void a_series_that_meets_another_session_on_one_day_takes_no_day() {
    var event = drafted(town);
    var other = planned(town, event, "2027-05-10T11:00", "space", "kitchen", "capacity", 10);
    var dates = List.of("2027-05-09", "2027-05-10", "2027-05-11");
    var series =
        Town.body(
            "id",
            id(),
            "dates",
            dates,
            "starts",
            "09:00",
            "ends",
            "11:00",
            "venue",
            "newport-hub",
            "space",
            "kitchen",
            "capacity",
            10);
    var refused = theo("/v1/events/" + event + "/series", series);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("conflicts"))
        .as("a quarter of an hour to set up is missing")
        .hasToString("[\"" + other + "\"]");
    series.put("ends", "10:45");
    assertThat(ids(theo("/v1/events/" + event + "/series", series), "sessions"))
        .as("the same id, since nothing had come of it")
        .hasSize(3);
  }

  @Test
  void a_space_is_one_sessions_at_a_time_with_time_to_set_up() {
    var theirs = drafted(town);
    var first = planned(town, theirs, "2027-01-11T10:00");
    var rosa = town.as("rosa");
    var event = id();
    makes(rosa, "/v1/events/" + event, content("organiser", "environment-and-community-services"));
    var id = id();
    var late = session(event, "2027-01-11T12:29");
    var refused = makes(rosa, "/v1/sessions/" + id, late);
    assertThat(refused.problem()).isEqualTo("space-taken");
    assertThat(refused.json().path("conflicts")).hasToString("[\"" + first + "\"]");
    assertThat(refused.at("/hindrances/0/sessions/0/title/en")).isNotBlank();
    assertThat(refused.at("/hindrances/0/sessions/0/startsAt")).isEqualTo("2027-01-11T10:00:00Z");
    assertThat(makes(rosa, "/v1/sessions/" + id, session(event, "2027-01-11T12:30")).status())
        .as("half an hour is enough")
        .isEqualTo(201);
    assertThat(edits(rosa, "/v1/sessions/" + id, session(event, "2027-01-11T08:00"), 1).problem())
        .as("moved too close before it")
        .isEqualTo("space-taken");
    var moved = session(theirs, "2027-01-12T10:00");
    assertThat(edits(town.as("theo"), "/v1/sessions/" + first, moved, 1).status()).isEqualTo(200);
    assertThat(edits(rosa, "/v1/sessions/" + id, session(event, "2027-01-11T08:00"), 1).status())
        .as("now it has gone")
        .isEqualTo(200);
    var cancel = Town.body("sessions", List.of(id), "action", "cancel");
    assertThat(told(rosa.posts("/v1/events/" + event + "/sessions/changes", cancel), "verdict"))
        .containsExactly("changed");
    assertThat(planned(town, theirs, "2027-01-11T08:00"))
        .as("what is cancelled is free")
        .isNotEmpty();
  }

  @Test
  void of_twelve_requests_at_once_for_one_hour_in_one_hall_one_gets_it() {
    var event = drafted(town);
    var plan = session(event, "2027-01-25T10:00");
    var requests =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> makes(town.as("theo"), "/v1/sessions/" + id(), plan)))
            .toList();
    var answers = requests.stream().map(CompletableFuture::join).toList();
    assertThat(answers.stream().filter(one -> one.status() == 201)).hasSize(1);
    var made = answers.stream().filter(one -> one.status() == 201).findFirst().orElseThrow();
    assertThat(answers.stream().filter(one -> one.status() != 201))
        .allSatisfy(one -> assertThat(one.status()).as(one.text()).isIn(409, 503))
        .filteredOn(one -> one.status() == 409)
        .allSatisfy(
            one -> {
              assertThat(one.problem()).isEqualTo("space-taken");
              assertThat(one.text()).doesNotContain("internal");
            });
    var drafts = "/v1/localities/newport/event-drafts?from=2027-01-25&to=2027-01-25";
    assertThat(ids(town.as("omar").gets(drafts), "items")).containsExactly(made.at("/id"));
  }

  @Test
  void officers_of_another_ward_are_told_that_a_space_is_taken_but_not_by_which_draft() {
    var event = drafted(town);
    planned(town, event, "2027-01-18T10:00", "venue", "ormesby-market-place", "space", "square");
    var nora = town.as("nora");
    var hers = id();
    makes(nora, "/v1/events/" + hers, content("locality", "north-ormesby"));
    var plan =
        session(hers, "2027-01-18T11:00", "venue", "ormesby-market-place", "space", "square");
    var refused = makes(nora, "/v1/sessions/" + id(), plan);
    assertThat(refused.problem()).isEqualTo("space-taken");
    assertThat(refused.json().has("conflicts")).isFalse();
    assertThat(refused.json().has("hindrances")).isFalse();
  }

  @Test
  void many_sessions_are_changed_at_once_each_with_its_verdict() {
    var event = drafted(town);
    var one = planned(town, event, "2027-02-01T10:00", "space", "quiet-room", "capacity", 8);
    var two = planned(town, event, "2027-02-02T10:00", "space", "quiet-room", "capacity", 8);
    var late = planned(town, event, "2027-02-02T15:00", "space", "quiet-room", "capacity", 8);
    published(town, event);
    var path = "/v1/events/" + event + "/sessions/changes";
    var body =
        Town.body(
            "sessions",
            List.of(one, two, "no-such-session"),
            "action",
            "change",
            "to",
            Map.of("starts", "13:30", "ends", "15:30", "capacity", 6));
    var answer = theo(path, body);
    assertThat(told(answer, "verdict")).containsExactly("changed", "refused", "refused");
    assertThat(told(answer, "code")).containsExactly("", "space-taken", "not-found");
    assertThat(each(answer, "verdicts").get(1).path("conflicts")).hasToString("[\"" + late + "\"]");
    assertThat(told(theo(path, body), "verdict"))
        .as("again")
        .containsExactly("unchanged", "refused", "refused");
    var seen = town.nobody().gets("/v1/events/" + event);
    assertThat(seen.at("/sessions/0/startsAt")).isEqualTo("2027-02-01T13:30:00Z");
    var cancel = Town.body("sessions", List.of(one, late), "action", "cancel");
    assertThat(told(theo(path, cancel), "verdict")).containsExactly("changed", "changed");
    assertThat(told(theo(path, cancel), "verdict")).containsExactly("unchanged", "unchanged");
    assertThat(
            each(town.nobody().gets("/v1/events/" + event), "sessions").stream()
                .map(each -> each.path("status").asText()))
        .containsExactly("cancelled", "scheduled", "cancelled");
    var both = Town.body("sessions", List.of(one), "action", "cancel", "to", Map.of("capacity", 1));
    assertThat(theo(path, both).places()).containsExactly("#/to");
    body.putAll(Town.body("sessions", List.of(one), "to", Map.of("capacity", 5)));
    assertThat(told(theo(path, body), "code")).containsExactly("session-cancelled");
  }
}
