package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.party;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** All dates together, and what people are told and when, over HTTP. */
@ExtendWith(StoreExtension.class)
class PackagesAndMessagesTest {
  private Bookings bookings;

  @BeforeEach
  void start(Store store, @TempDir Path folder) {
    bookings = new Bookings(store, folder);
  }

  @AfterEach
  void stop() {
    bookings.close();
  }

  private long told(String uid, String code) {
    return Collections.frequency(bookings.told(uid), code);
  }

  @Test
  void a_family_books_the_whole_week_or_no_day_of_it_and_gives_it_back_at_once() {
    var days = bookings.days(3, 2);
    var event = Bookings.event(days.get(0));
    var mia = bookings.child("ana", days.get(0));
    var leo = bookings.child("ana", days.get(0));
    var week = party(id(), mia, leo);
    var booked = bookings.books("ana", event, week);
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    assertThat(booked.json().at("/registrations")).hasSize(3);
    assertThat(bookings.books("ana", event, week).status()).isEqualTo(200);
    assertThat(days).allMatch(day -> bookings.taken(day) == 2);
    var list = bookings.town.as("ana").gets("/v1/registrations");
    assertThat(list.json().findValuesAsText("state")).containsExactly("placed", "placed", "placed");

    // The last day is full: no day is had, and nothing of it is in anybody's way or list.
    var one = bookings.child("zofia", days.get(0));
    var refused = bookings.books("zofia", event, party(id(), one));
    assertThat(refused.problem()).isEqualTo("session-full");
    assertThat(days).allMatch(day -> bookings.taken(day) == 2);
    bookings.town.works();
    assertThat(bookings.town.as("zofia").gets("/v1/registrations").json().at("/items")).isEmpty();

    var first = booked.at("/registrations/0/registration");
    assertThat(bookings.does("ana", first, "cancel", Map.of("package", true)).at("/state"))
        .isEqualTo("ended");
    assertThat(days).allMatch(day -> bookings.taken(day) == 0);
    assertThat(bookings.does("ana", first, "cancel", Map.of("package", true)).status())
        .isEqualTo(200);
    assertThat(bookings.books("zofia", event, party(id(), one)).status()).isEqualTo(201);
    bookings.town.works();
    assertThat(bookings.town.outbox().documents()).isZero();
  }

  @Test
  void a_reminder_comes_two_days_and_two_hours_before_each_once_and_moves_with_the_session() {
    var day = bookings.days(1, 4).get(0);
    var registration = bookings.registered("ana", day, bookings.child("ana", day));
    var clock = bookings.town.clock();
    clock.set(Bookings.MONDAY.minus(Duration.ofDays(2)).minusSeconds(1));
    bookings.town.works();
    assertThat(told("ana", "registration.reminder")).isZero();
    bookings.town.passes(Duration.ofSeconds(2));
    bookings.town.passes(Duration.ofHours(1));
    assertThat(told("ana", "registration.reminder")).isEqualTo(1);

    // Moved by three days: what would have come is not sent, and comes anew for the new time.
    var later = Bookings.MONDAY.plus(Duration.ofDays(3));
    bookings.places(day, new Command.MoveSession(day, later, later.plus(Duration.ofHours(2))));
    bookings.town.works();
    assertThat(told("ana", "registration.moved")).isEqualTo(1);
    assertThat(bookings.sees("ana", registration).at("/startsAt")).isEqualTo(later.toString());
    clock.set(Bookings.MONDAY);
    bookings.town.works();
    assertThat(told("ana", "registration.reminder")).isEqualTo(1);
    clock.set(later.minus(Duration.ofDays(2)));
    bookings.town.works();
    assertThat(told("ana", "registration.reminder")).isEqualTo(2);
    clock.set(later.minus(Duration.ofHours(2)));
    bookings.town.works();
    bookings.town.passes(Duration.ofMinutes(5));
    assertThat(told("ana", "registration.reminder")).isEqualTo(3);
  }

  private void changes(String day, Map<String, Object> to) {
    var event = Bookings.event(day);
    var body = Map.of("sessions", List.of(day), "action", "change", "to", to);
    var answer = bookings.town.as("theo").posts("/v1/events/" + event + "/sessions/changes", body);
    assertThat(answer.at("/verdicts/0/verdict")).as(answer.text()).isEqualTo("changed");
    bookings.town.works();
  }

  @Test
  void who_has_a_place_or_waits_is_told_once_that_it_is_somewhere_else_and_reminded_as_before() {
    var day = bookings.days(1, 1).get(0);
    bookings.registered("ana", day, bookings.child("ana", day));
    bookings.registered("zofia", day, bookings.child("zofia", day));
    var left = bookings.registered("gita", day, bookings.child("gita", day));
    bookings.does("gita", left, "cancel");
    bookings.town.works();
    changes(day, Map.of("capacity", 2));
    assertThat(told("ana", "registration.place-changed")).isZero();

    changes(day, Map.of("venue", "newport-park", "space", "pitch"));
    changes(day, Map.of("capacity", 3));
    for (var who : List.of("ana", "zofia")) {
      assertThat(told(who, "registration.place-changed")).as(who).isEqualTo(1);
      assertThat(told(who, "registration.moved")).as(who).isZero();
    }
    assertThat(told("gita", "registration.place-changed")).isZero();
    var news = bookings.town.as("ana").gets("/v1/inbox", "Accept-Language", "pl").json();
    assertThat(news.at("/items/0/text").asText()).contains("w innym miejscu");
    assertThat(news.at("/items/0/happening/cancel").asText()).endsWith("/cancel");

    changes(day, Map.of("venue", "newport-hub", "space", "main-hall"));
    assertThat(told("ana", "registration.place-changed")).as("back again").isEqualTo(2);
    bookings.town.clock().set(Bookings.MONDAY.minus(Duration.ofDays(2)));
    bookings.town.works();
    assertThat(told("ana", "registration.reminder")).isEqualTo(1);
    assertThat(bookings.town.outbox().documents()).isZero();
  }

  @Test
  void who_has_given_the_place_back_is_not_reminded_and_a_cancelled_session_says_so() {
    var days = bookings.days(2, 4);
    var mia = bookings.child("ana", days.get(0));
    var first = bookings.registered("ana", days.get(0), mia);
    bookings.registered("ana", days.get(1), mia);
    bookings.does("ana", first, "cancel");
    bookings.places(days.get(1), new Command.CancelSession(days.get(1)));
    bookings.town.works();
    assertThat(told("ana", "registration.session-cancelled")).isEqualTo(1);
    bookings.town.clock().set(Bookings.MONDAY.minus(Duration.ofHours(1)));
    bookings.town.works();
    assertThat(told("ana", "registration.reminder")).isZero();
  }

  @Test
  void a_young_person_is_left_in_peace_at_night_and_told_in_the_morning() {
    // Two days before is half past nine in the evening.
    var starts = Instant.parse("2026-12-21T21:30:00Z");
    var event = MadeEvents.event(id());
    var day = bookings.days(event, starts, 1, 4).get(0);
    var ben =
        bookings.add(
            MadePeople.young(id(), "ben", LocalDate.parse("2016-02-01"), "gita", event.id()));
    bookings.registered("gita", day, ben);
    bookings.town.clock().set(starts.minus(Duration.ofDays(2)));
    bookings.town.works();
    assertThat(told("gita", "registration.reminder")).isEqualTo(1);
    assertThat(told("ben", "registration.reminder")).isZero();
    bookings.town.clock().set(Instant.parse("2026-12-20T07:59:00Z"));
    bookings.town.works();
    assertThat(told("ben", "registration.reminder")).isZero();
    bookings.town.passes(Duration.ofMinutes(1));
    bookings.town.passes(Duration.ofMinutes(1));
    assertThat(told("ben", "registration.reminder")).isEqualTo(1);
    assertThat(told("gita", "registration.reminder")).isEqualTo(1);
  }

  @Test
  void a_reminder_has_the_way_to_give_the_place_back_with_one_tap() {
    var day = bookings.days(1, 4).get(0);
    var registration = bookings.registered("ana", day, bookings.child("ana", day));
    bookings.town.clock().set(Bookings.MONDAY.minus(Duration.ofHours(2)));
    bookings.town.works();
    var reminder = bookings.town.as("ana").gets("/v1/inbox").json().at("/items/0/happening");
    assertThat(reminder.at("/id").asText()).isEqualTo(registration);
    var tapped =
        bookings
            .town
            .as("ana")
            .sends("POST", reminder.at("/cancel").asText(), BodyPublishers.noBody());
    assertThat(tapped.at("/state")).isEqualTo("ended");
    assertThat(bookings.taken(day)).isZero();
  }

  @Test
  void a_consent_that_is_taken_back_frees_the_place_at_once_and_the_organiser_hears_of_it() {
    var days = bookings.days(2, 2);
    var day = days.get(0);
    var mia = bookings.child("ana", day);
    var leo = bookings.child("ana", day);
    var both = bookings.registered("ana", day, mia, leo);
    var alone = bookings.registered("ana", days.get(1), mia);
    var waiting = bookings.registered("zofia", day, bookings.child("zofia", day));
    bookings.town.works();
    assertThat(bookings.sees("zofia", waiting).at("/state")).isEqualTo("waiting");

    var consent = "/v1/participants/" + mia + "/consents/consent-" + Bookings.event(day);
    assertThat(bookings.town.as("ana").posts(consent + "/withdraw").status()).isEqualTo(200);
    bookings.town.works();
    assertThat(bookings.sees("ana", both).json().at("/participants")).hasSize(1);
    assertThat(bookings.sees("ana", alone).at("/reason")).isEqualTo("withdrawn");
    assertThat(bookings.sees("zofia", waiting).at("/state")).isEqualTo("offered");
    assertThat(bookings.taken(day)).isEqualTo(2);
    assertThat(told("theo", "registration.consent-withdrawn")).isEqualTo(2);
    assertThat(bookings.town.as("theo").gets("/v1/inbox").text()).doesNotContain(mia);
    // It does not help to try again.
    assertThat(bookings.registers("ana", days.get(1), party(id(), mia)).status()).isEqualTo(400);
    assertThat(bookings.town.outbox().documents()).isZero();
  }

  @Test
  void whoever_comes_waits_or_left_everybody_else_sees_a_band_and_neither_numbers_nor_names() {
    var day = bookings.days(1, 7).get(0);
    var party = new String[6];
    for (var i = 0; i < party.length; i++) {
      party[i] = bookings.child("ana", day);
    }
    var registration = bookings.registered("ana", day, party);
    bookings.town.works();
    var nobody = bookings.town.nobody();
    var event = nobody.gets("/v1/events/" + Bookings.event(day));
    assertThat(event.at("/sessions/0/places")).isEqualTo("few");
    assertThat(event.json().at("/sessions/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "status", "startsAt", "endsAt", "place", "places");
    for (var seen :
        List.of(
            event,
            nobody.gets("/v1/events?locality=newport"),
            nobody.gets("/v1/localities/newport/events.ics"),
            bookings.town.as("zofia").gets("/v1/events/" + Bookings.event(day)))) {
      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.text())
          .contains(day)
          .doesNotContain(party)
          .doesNotContain(registration, "ana");
    }
  }

  @Test
  void of_what_sessions_are_told_nothing_lies_open_in_the_store() {
    var day = bookings.days(1, 4).get(0);
    bookings.registered("ana", day, bookings.child("ana", day));
    bookings.books("zofia", Bookings.event(day), party(id(), bookings.child("zofia", day)));
    bookings.town.works();
    assertThat(bookings.dump()).contains("zofia").doesNotContain("canary-7713");
  }
}
