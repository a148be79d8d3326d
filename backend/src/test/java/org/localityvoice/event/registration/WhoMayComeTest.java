package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.party;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.EventTowns;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Ages on the day of a session for children of 6 to 10, consents, and asking again. */
@ExtendWith(StoreExtension.class)
class WhoMayComeTest {
  /** When the age of consent is raised, in the test about that. */
  private static final Instant RAISED = Instant.parse("2026-12-01T10:00:00Z");

  private static Bookings bookings;

  @BeforeAll
  static void start(Store store, @TempDir Path folder) {
    bookings = new Bookings(store, folder);
  }

  @AfterAll
  static void stop() {
    bookings.close();
  }

  private static String session(String startsAt) {
    return bookings.days(MadeEvents.event(id()), Instant.parse(startsAt), 1, 20).get(0);
  }

  /** Whether a child born then is taken; asking a second time makes no difference. */
  private static boolean taken(String session, String born) {
    var child = bookings.child("ana", session, LocalDate.parse(born));
    var party = party(id(), child);
    var first = bookings.registers("ana", session, party);
    var second = bookings.registers("ana", session, party);
    if (first.status() == 201) {
      assertThat(second.status()).isEqualTo(200);
      return true;
    }
    assertThat(first.status()).as(first.text()).isEqualTo(400);
    assertThat(first.places()).containsExactly("#/participants/0/id");
    assertThat(second.at("/errors/0/detail")).isEqualTo(first.at("/errors/0/detail"));
    assertThat(bookings.registers("ana", session, party(id(), child)).status()).isEqualTo(400);
    return false;
  }

  @Test
  void whoever_turns_six_on_the_day_may_come_and_whoever_turns_eleven_may_not() {
    var session = session("2026-12-21T13:00:00Z");
    assertThat(taken(session, "2020-12-21")).isTrue();
    assertThat(taken(session, "2020-12-22")).isFalse();
    assertThat(taken(session, "2015-12-22")).isTrue();
    assertThat(taken(session, "2015-12-21")).isFalse();
  }

  @Test
  void whoever_has_a_place_keeps_it_when_what_is_asked_or_the_day_changes() {
    var session = session("2026-12-21T13:00:00Z");
    var mia = bookings.registered("ana", session, bookings.child("ana", session));
    var ten = bookings.child("ana", session, LocalDate.parse("2015-12-22"));
    var leo = bookings.registered("ana", session, ten);
    var theo = bookings.town.as("theo");
    var changed =
        EventTowns.content(
            "ages", Map.of("from", 9, "to", 10),
            "guardian", Map.of("consentNeeded", true, "tier", "staff-checked", "checkOut", true));
    var path = "/v1/events/" + Bookings.event(session);
    var answer = EventTowns.edits(theo, path, changed, 1);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    bookings.town.works();
    assertThat(bookings.sees("ana", mia).at("/state")).isEqualTo("placed");
    // To a day on which Leo is eleven.
    var edition = theo.gets(path).json().at("/sessions/0/edition").asLong();
    var moved = EventTowns.session(Bookings.event(session), "2026-12-23T19:00");
    var move = EventTowns.edits(theo, "/v1/sessions/" + session, moved, edition);
    assertThat(move.status()).as(move.text()).isEqualTo(200);
    bookings.town.works();
    assertThat(bookings.sees("ana", leo).at("/state")).isEqualTo("placed");
    var late = party(id(), bookings.child("ana", session));
    assertThat(bookings.registers("ana", session, late).status()).isEqualTo(400);
  }

  @Test
  void whoever_was_born_on_29_february_is_older_from_1_march_on() {
    assertThat(taken(session("2027-02-28T13:00:00Z"), "2020-02-29")).isTrue();
    // Six since 1 March 2026; eleven, and too old, from 1 March 2027 on.
    assertThat(taken(session("2027-02-28T13:00:00Z"), "2016-02-29")).isTrue();
    assertThat(taken(session("2027-03-01T13:00:00Z"), "2016-02-29")).isFalse();
  }

  @Test
  void the_day_is_the_local_one_of_the_session() {
    // 23:30 in UTC on 30 June is half past midnight on 1 July in Middlesbrough.
    var session = session("2027-06-30T23:30:00Z");
    assertThat(taken(session, "2021-07-01")).isTrue();
    assertThat(taken(session("2027-06-30T22:30:00Z"), "2021-07-01")).isFalse();
  }

  @Test
  void a_child_without_its_guardians_consent_to_this_event_does_not_come() {
    var session = session("2026-12-21T13:00:00Z");
    var child = bookings.add(MadePeople.child(id(), Bookings.EIGHT, "ana", "another-event"));
    var answer = bookings.registers("ana", session, party(id(), child));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/detail")).contains("consent");
    assertThat(bookings.taken(session)).isZero();
  }

  @Test
  void when_the_age_of_consent_is_raised_a_guardian_books_for_whoever_is_younger_now() {
    var club = MadeEvents.event(id(), new AgeRange(10, 17));
    var days = bookings.days(club, Instant.parse("2027-01-11T16:00:00Z"), 4, 1);
    var born = LocalDate.parse("2012-03-01");
    var street = MadeEvents.event(id(), new AgeRange(10, 17));
    var today = bookings.days(street, RAISED.plus(Duration.ofHours(2)), 1, 5).get(0);
    var lena = bookings.add(MadePeople.young(id(), "lena", born, "ana", club.id(), street.id()));
    // Fifteen, and so old enough whatever happens.
    var adam = bookings.add(MadePeople.young(id(), "adam", born.minusYears(1), "ana", club.id()));
    var faults =
        bookings.town.imports(
            file ->
                file.replace(
                    "from: \"2018-05-25\", age: 13}",
                    "from: \"2018-05-25\", age: 13}\n"
                        + "    - {service: events, from: \"2026-12-01\", age: 15}"));
    assertThat(faults).isEmpty();
    bookings.town.works();
    var first = bookings.registered("lena", days.get(0), lena);
    bookings.registered("ana", days.get(1), adam);
    var waiting = bookings.registered("lena", days.get(1), lena);

    bookings.town.clock().advance(Duration.between(bookings.town.clock().instant(), RAISED));
    var late = bookings.registers("lena", days.get(2), party(id(), lena));
    assertThat(late.status()).as(late.text()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("guardian-books-you");
    assertThat(late.at("/detail")).contains("book for you");
    assertThat(bookings.books("lena", club.id(), party(id(), lena)).problem())
        .isEqualTo("guardian-books-you");
    assertThat(bookings.taken(days.get(2))).isZero();
    // What she has she sees, and can give back; her guardian takes what she is offered.
    assertThat(bookings.sees("lena", first).at("/state")).isEqualTo("placed");
    assertThat(bookings.does("lena", first, "cancel").at("/state")).isEqualTo("ended");
    var adams = bookings.list("adam").get(0);
    assertThat(bookings.does("ana", adams, "cancel").status()).isEqualTo(200);
    bookings.town.works();
    assertThat(bookings.sees("lena", waiting).at("/state")).isEqualTo("offered");
    assertThat(bookings.does("lena", waiting, "accept").problem()).isEqualTo("guardian-books-you");
    assertThat(bookings.does("ana", waiting, "accept").at("/state")).isEqualTo("placed");
    // Nor does she come in from the street without her guardian.
    var pass = Town.body("id", id(), "participants", List.of(lena));
    var passes = "/v1/sessions/" + today + "/walk-in-passes";
    var needs = "/v1/participants/" + lena + "/needs/" + today;
    assertThat(EventTowns.puts(bookings.town.as("ana"), needs, Bookings.needs()).status())
        .isEqualTo(200);
    assertThat(bookings.town.as("lena").posts(passes, pass).problem())
        .isEqualTo("guardian-books-you");
    assertThat(bookings.town.as("ana").posts(passes, pass).status()).isEqualTo(201);
    // The controls: her guardian books for her, and whoever is old enough does so themselves.
    bookings.registered("ana", days.get(2), lena);
    bookings.registered("adam", days.get(3), adam);
  }

  @Test
  void a_second_parent_sees_and_cancels_only_what_is_their_childs() {
    var session = session("2026-12-22T13:00:00Z");
    var mia = bookings.child("ana", session);
    var both =
        bookings.add(
            MadePeople.with(
                MadePeople.child(id(), Bookings.EIGHT, "ana", Bookings.event(session)), "bilal"));
    var registration = bookings.registered("ana", session, mia, both);
    var seen = bookings.sees("bilal", registration);
    assertThat(seen.text()).contains(both).doesNotContain(mia);
    assertThat(seen.json().at("/others").asInt()).isEqualTo(1);
    assertThat(bookings.does("bilal", registration, "cancel").status()).isEqualTo(200);
    assertThat(bookings.taken(session)).isEqualTo(1);
    assertThat(bookings.sees("bilal", registration).status()).isEqualTo(404);
    assertThat(bookings.sees("ana", registration).at("/state")).isEqualTo("placed");
  }
}
