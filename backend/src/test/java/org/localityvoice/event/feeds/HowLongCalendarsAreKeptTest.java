package org.localityvoice.event.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.registration.Bookings;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What a calendar shows ends in time, and so does the calendar. */
@ExtendWith(StoreExtension.class)
class HowLongCalendarsAreKeptTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private static Answer reads(Bookings bookings, String address) {
    return bookings.town.nobody().gets(address);
  }

  private static String opens(Bookings bookings, String uid, String key) {
    var made = bookings.town.as(uid).retries("/v1/me/calendar", key);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/address").replaceFirst("^https?://[^/]*", "");
  }

  private static List<String> kept(Store store) {
    var all = store.connect().collection(OwnCalendarStore.COLLECTION, BsonDocument.class);
    return Wait.forResult(Publishers.list(all.find())).stream()
        .map(one -> one.getString("_id").getValue())
        .toList();
  }

  @Test
  void sessions_leave_it_children_who_grow_up_leave_it_and_then_it_goes(
      Store store, @TempDir Path folder) {
    try (var bookings = new Bookings(store, folder)) {
      var town = bookings.town;
      var day = bookings.days(1, 4).get(0);
      // Of age on the very day: from midnight on nobody else sees where they are expected.
      var grown = LocalDate.parse("2026-12-20");
      var teenager = bookings.child("ana", day, grown.minusYears(18));
      var party = new Party("party", "ana", List.of(teenager));
      bookings.places(day, new Command.Join(day, party, Entrance.RESIDENT));
      bookings.registered("zofia", day, bookings.child("zofia", day));
      var anas = opens(bookings, "ana", Person.key());
      var zofias = opens(bookings, "zofia", Person.key());
      town.works();
      var midnight = grown.atStartOfDay(ZoneId.of("Europe/London")).toInstant();
      town.clock().set(midnight.minus(MOMENT));
      assertThat(Calendars.sessions(reads(bookings, anas))).containsExactly(day);
      town.clock().set(midnight);
      assertThat(Calendars.sessions(reads(bookings, anas))).isEmpty();
      assertThat(Calendars.sessions(reads(bookings, zofias))).containsExactly(day);
      town.passes(Duration.ofDays(45));
      assertThat(Calendars.sessions(reads(bookings, zofias))).isEmpty();

      var eves = opens(bookings, "eve", Person.key());
      assertThat(
              town.as("eve").sends("DELETE", "/v1/me/calendar", BodyPublishers.noBody()).status())
          .isEqualTo(204);
      town.passes(Duration.ofDays(30).minus(MOMENT));
      assertThat(kept(store)).contains("eve");
      town.passes(MOMENT);
      town.passes(Duration.ofHours(7));
      assertThat(kept(store)).containsExactlyInAnyOrder("ana", "zofia");
      assertThat(reads(bookings, eves).status()).isEqualTo(404);

      // Ana's calendar program goes on asking, Zofia's does not.
      var sinceZofiasRead = Duration.ofDays(30).plusHours(7);
      assertThat(reads(bookings, anas).status()).isEqualTo(200);
      town.passes(OwnCalendar.KEPT.minus(sinceZofiasRead).minus(MOMENT));
      assertThat(kept(store)).contains("zofia");
      assertThat(reads(bookings, anas).status()).isEqualTo(200);
      town.passes(Duration.ofHours(7));
      assertThat(kept(store)).containsExactly("ana");
      assertThat(reads(bookings, zofias).status()).isEqualTo(404);
      assertThat(reads(bookings, anas).status()).isEqualTo(200);
    }
  }
}
