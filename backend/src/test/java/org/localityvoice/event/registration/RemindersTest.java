package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.content;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.makes;
import static org.localityvoice.event.EventTowns.session;
import static org.localityvoice.event.registration.Bookings.id;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Person;
import org.localityvoice.event.EventTowns;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** When people are reminded, as the organiser of each event has it. */
@ExtendWith(StoreExtension.class)
class RemindersTest {
  private Bookings bookings;

  @BeforeEach
  void start(Store store, @TempDir Path folder) {
    bookings = new Bookings(store, folder);
  }

  @AfterEach
  void stop() {
    bookings.close();
  }

  private long reminders(String uid) {
    return Collections.frequency(bookings.told(uid), "registration.reminder");
  }

  /** Lets it become that moment, and everybody be told what is due. */
  private void becomes(String moment) {
    bookings.town.clock().set(Instant.parse(moment));
    bookings.town.works();
  }

  private Person theo() {
    return bookings.town.as("theo");
  }

  private String mia(String event) {
    return bookings.add(MadePeople.child(id(), Bookings.EIGHT, "ana", event));
  }

  @Test
  void an_organiser_chooses_when_and_may_change_it_and_the_session_may_be_moved() {
    var event = EventTowns.drafted(bookings.town, "reminders", List.of("P3D", "PT90M"));
    var day = EventTowns.planned(bookings.town, event, "2026-12-21T13:00");
    EventTowns.published(bookings.town, event);
    bookings.registered("ana", day, mia(event));
    becomes("2026-12-18T12:59:00Z");
    assertThat(reminders("ana")).isZero();
    becomes("2026-12-18T13:00:30Z");
    assertThat(reminders("ana")).isEqualTo(1);
    becomes("2026-12-19T13:01:00Z");
    assertThat(reminders("ana")).as("not at the usual time").isEqualTo(1);

    // One day before instead; three days before does not come again.
    var fewer = content("reminders", List.of("P3D", "P1D"));
    var edition = theo().gets("/v1/events/" + event).json().at("/edition").asLong();
    assertThat(edits(theo(), "/v1/events/" + event, fewer, edition).status()).isEqualTo(200);
    becomes("2026-12-20T12:59:00Z");
    assertThat(reminders("ana")).isEqualTo(1);
    becomes("2026-12-20T13:00:30Z");
    assertThat(reminders("ana")).isEqualTo(2);
    var moved = session(event, "2026-12-23T13:00");
    var seen = theo().gets("/v1/events/" + event).json().at("/sessions/0/edition").asLong();
    assertThat(edits(theo(), "/v1/sessions/" + day, moved, seen).status()).isEqualTo(200);
    becomes("2026-12-21T11:31:00Z");
    assertThat(reminders("ana")).as("it is on another day").isEqualTo(2);
    becomes("2026-12-22T13:00:30Z");
    assertThat(reminders("ana")).isEqualTo(3);
    becomes("2026-12-23T12:59:00Z");
    assertThat(reminders("ana")).isEqualTo(3);
  }

  @Test
  void where_none_are_wanted_none_come_and_where_nothing_is_said_the_usual_ones_do() {
    var silent = EventTowns.drafted(bookings.town, "reminders", List.of());
    var usual = EventTowns.drafted(bookings.town);
    assertThat(theo().gets("/v1/events/" + usual).json().at("/content").has("reminders")).isFalse();
    var first = EventTowns.planned(bookings.town, silent, "2026-12-21T13:00");
    var second = EventTowns.planned(bookings.town, usual, "2026-12-22T13:00");
    EventTowns.published(bookings.town, silent);
    EventTowns.published(bookings.town, usual);
    bookings.registered("ana", first, mia(silent));
    bookings.registered("ana", second, mia(usual));
    becomes("2026-12-20T12:59:00Z");
    becomes("2026-12-20T13:00:30Z");
    assertThat(reminders("ana")).as("two days before the second").isEqualTo(1);
    becomes("2026-12-21T12:59:00Z");
    assertThat(reminders("ana")).isEqualTo(1);
    becomes("2026-12-22T11:00:30Z");
    assertThat(reminders("ana")).isEqualTo(2);
  }

  @Test
  void at_whatever_time_it_is_due_nobody_under_18_is_woken() {
    // Thirteen hours before eleven in the morning is ten in the evening.
    var event = EventTowns.drafted(bookings.town, "reminders", List.of("PT13H", "PT210M"));
    var day = EventTowns.planned(bookings.town, event, "2026-12-21T11:00");
    EventTowns.published(bookings.town, event);
    var ben =
        bookings.add(MadePeople.young(id(), "ben", LocalDate.parse("2016-12-29"), "gita", event));
    bookings.registered("gita", day, ben);
    becomes("2026-12-20T22:00:30Z");
    assertThat(reminders("gita")).isEqualTo(1);
    assertThat(reminders("ben")).isZero();
    // Half past seven is for the second reminder, and still night for Ben.
    becomes("2026-12-21T07:30:30Z");
    assertThat(reminders("gita")).isEqualTo(2);
    assertThat(reminders("ben")).isZero();
    becomes("2026-12-21T07:59:00Z");
    assertThat(reminders("ben")).isZero();
    becomes("2026-12-21T08:00:30Z");
    assertThat(reminders("ben")).isEqualTo(2);
  }

  @Test
  void what_cannot_be_a_time_of_a_reminder_is_refused_with_its_place() {
    var path = "/v1/events/" + id();
    for (var wrong : List.of("PT29M", "P15D", "PT337H")) {
      var refused = makes(theo(), path, content("reminders", List.of("P1D", wrong)));
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.places()).containsExactly("#/reminders/1");
      assertThat(refused.at("/errors/0/detail")).contains("30 minutes to 14 days");
    }
    for (var wrong : List.of("2 days", "-P1D", "P1M", "PT0H", "P1DT2H")) {
      var refused = makes(theo(), path, content("reminders", List.of(wrong)));
      assertThat(refused.places()).as(wrong).containsExactly("#/reminders/0");
    }
    var five = List.of("P1D", "P2D", "P3D", "P4D", "P5D");
    assertThat(makes(theo(), path, content("reminders", five)).places())
        .containsExactly("#/reminders");
    assertThat(theo().gets(path).status()).isEqualTo(404);
    // The control; the same moments in other words are the same.
    assertThat(makes(theo(), path, content("reminders", List.of("PT48H", "P14D"))).status())
        .isEqualTo(201);
    assertThat(makes(theo(), path, content("reminders", List.of("P14D", "P2D"))).status())
        .isEqualTo(200);
    assertThat(theo().gets(path).json().at("/content/reminders"))
        .extracting(one -> one.asText())
        .containsExactly("P14D", "P2D");
  }
}
