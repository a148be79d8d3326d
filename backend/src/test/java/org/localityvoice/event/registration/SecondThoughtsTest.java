package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.EIGHT;
import static org.localityvoice.event.registration.Bookings.MONDAY;
import static org.localityvoice.event.registration.Bookings.event;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.needs;
import static org.localityvoice.event.registration.Bookings.party;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.http.Json;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What is left of what people, or organisers, have given up, over HTTP. */
@ExtendWith(StoreExtension.class)
class SecondThoughtsTest {
  private static Bookings bookings;

  @BeforeAll
  static void start(Store store, @TempDir Path folder) {
    bookings = new Bookings(store, folder);
  }

  @AfterAll
  static void stop() {
    bookings.close();
  }

  @Test
  void who_has_cancelled_a_hundred_times_is_still_told_of_a_place_at_the_same_time() {
    var early = bookings.days(MadeEvents.event(id()), MONDAY.minus(Duration.ofDays(1)), 1, 4);
    var one = bookings.days(1, 4).get(0);
    var other = bookings.days(MadeEvents.event(id()), MONDAY.plus(Duration.ofHours(1)), 1, 4);
    var mia = bookings.add(MadePeople.child(id(), EIGHT, "ana", event(one), event(other.get(0))));
    var ended = Stand.ended(EndReason.LEFT);
    bookings.rows(early.get(0), mia, ended, Admission.MOST_AHEAD + 1);
    bookings.registered("ana", one, mia);
    assertThat(bookings.registers("ana", other.get(0), party(id(), mia)).problem())
        .isEqualTo("overlapping-place");
    // As many dates as a package may have, before that.
    bookings.rows(early.get(0), mia, Stand.in(Stand.State.PLACED), Admission.MOST_AHEAD + 1);
    assertThat(bookings.registers("ana", other.get(0), party(id(), mia)).problem())
        .isEqualTo("overlapping-place");
  }

  @Test
  void who_accepts_at_the_moment_at_which_the_offer_ends_is_not_told_that_all_is_well() {
    var day = bookings.days(1, 1).get(0);
    var first = bookings.registered("eva", day, bookings.child("eva", day));
    var late = bookings.registered("ana", day, bookings.child("ana", day));
    var next = bookings.registered("zofia", day, bookings.child("zofia", day));
    bookings.does("eva", first, "cancel");
    var until = Instant.parse(bookings.sees("ana", late).at("/offeredUntil"));
    var clock = bookings.town.clock();
    clock.advance(Duration.between(clock.instant(), until));
    assertThat(bookings.does("ana", late, "accept").problem()).isEqualTo("nothing-offered");
    assertThat(bookings.sees("ana", late).at("/reason")).isEqualTo("offer-lapsed");
    assertThat(bookings.does("ana", late, "accept").problem()).isEqualTo("nothing-offered");
    assertThat(bookings.does("ana", late, "decline").at("/reason")).isEqualTo("offer-lapsed");
    assertThat(bookings.does("zofia", next, "accept").at("/state")).isEqualTo("placed");
  }

  @Test
  void who_changes_a_party_at_the_moment_at_which_its_offer_ends_is_told_that_it_has_ended() {
    var day = bookings.days(1, 1).get(0);
    var first = bookings.registered("eva", day, bookings.child("eva", day));
    var mia = bookings.child("ana", day);
    var late = bookings.registered("ana", day, mia);
    bookings.does("eva", first, "cancel");
    var until = Instant.parse(bookings.sees("ana", late).at("/offeredUntil"));
    var clock = bookings.town.clock();
    clock.advance(Duration.between(clock.instant(), until));
    var leo = bookings.child("ana", day);
    var swap = Town.body("participants", List.of(Bookings.member(leo)));
    assertThat(bookings.changes("ana", late, id(), swap).problem()).isEqualTo("registration-ended");
    assertThat(bookings.taken(day)).isZero();
  }

  @Test
  void who_cancels_once_a_session_has_begun_does_not_take_away_whom_to_call() {
    var now = bookings.town.clock().instant();
    var soon = now.plus(Duration.ofHours(1));
    var day = bookings.days(MadeEvents.event(id()), soon, 1, 4).get(0);
    var mia = bookings.child("ana", day);
    var leo = bookings.child("ana", day);
    var inside = bookings.registered("ana", day, mia);
    var other = bookings.registered("ana", day, leo);
    bookings.does("ana", other, "cancel");
    bookings.town.works();
    assertThat(told("ana", leo, day)).isEqualTo("{}");
    bookings.town.passes(Duration.ofMinutes(61));
    assertThat(bookings.does("ana", inside, "cancel").at("/state")).isEqualTo("ended");
    bookings.town.works();
    assertThat(told("ana", mia, day)).contains("Ana Petrescu");
    bookings.town.passes(Duration.ofDays(15));
    assertThat(told("ana", mia, day)).isEqualTo("{}");
  }

  @Test
  void who_gives_a_package_back_halfway_keeps_today_and_what_today_was_told() {
    var soon = bookings.town.clock().instant().plus(Duration.ofHours(1));
    var days = bookings.days(MadeEvents.event(id()), soon, 3, 4);
    var uid = "ana-" + id();
    var mia = bookings.child(uid, days.get(0));
    var booked = bookings.books(uid, event(days.get(0)), party(id(), mia));
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    var registrations = bookings.list(uid);
    bookings.town.passes(Duration.ofMinutes(61));
    var whole = Town.body("package", true);
    var last = registrations.get(registrations.size() - 1);
    assertThat(bookings.does(uid, last, "cancel", whole).at("/reason")).isEqualTo("left");
    var states = bookings.town.as(uid).gets("/v1/registrations").json().findValuesAsText("state");
    assertThat(states).startsWith("placed", "ended", "ended");
    assertThat(told(uid, mia, days.get(0))).contains("Ana Petrescu");
    assertThat(told(uid, mia, days.get(1))).isEqualTo("{}");
  }

  private static String told(String uid, String participant, String session) {
    var path = "/v1/participants/" + participant + "/needs/" + session;
    return bookings.town.as(uid).gets(path).text();
  }

  @Test
  void a_session_that_is_cancelled_is_told_nothing_any_more_but_what_it_knows_is_taken_back() {
    var day = bookings.days(1, 4).get(0);
    var mia = bookings.child("ana", day);
    assertThat(tells(mia, day, needs()).status()).isEqualTo(200);
    var cancelled =
        bookings.town.as("theo").posts("/v1/events/" + event(day) + "/cancel", Map.of());
    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    assertThat(tells(mia, day, needs()).problem()).isEqualTo("session-cancelled");
    assertThat(tells(mia, day, Map.of()).text()).isEqualTo("{}");
  }

  private static Answer tells(String participant, String session, Map<String, Object> needs) {
    return bookings
        .town
        .as("ana")
        .sends(
            "PUT",
            "/v1/participants/" + participant + "/needs/" + session,
            BodyPublishers.ofByteArray(Json.bytes(needs)),
            "Content-Type",
            "application/json");
  }
}
