package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Registrations go on their day, neither earlier nor later. */
@ExtendWith(StoreExtension.class)
class HowLongRegistrationsAreKeptTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Instant YEAR_AFTER_NEXT_BEGINS = Instant.parse("2028-03-31T23:00:00Z");

  private static void register(Club club, String id, int family, int day) {
    var asked = Club.family(id, family);
    Wait.forResult(club.first.feature.registrations.register("ana-" + family, "day-" + day, asked));
    club.first.works();
  }

  private static void until(Club club, Instant moment) {
    club.clock.set(moment);
    club.first.works();
  }

  private static boolean there(Club club, String id) {
    return Wait.forResult(club.first.rows.find(id)).isPresent();
  }

  private static List<BsonDocument> documents(Club club, String collection) {
    return Wait.forResult(
        Publishers.list(club.first.mongo.collection(collection, BsonDocument.class).find()));
  }

  @Test
  void who_waited_in_vain_is_forgotten_after_thirty_days_and_who_came_is_not(Store store) {
    try (var club = new Club(store, 2)) {
      register(club, "came", 1, 0);
      register(club, "waited", 2, 0);
      var ends = club.sessions.get(0).endsAt();
      until(club, ends);
      assertThat(Wait.forResult(club.first.rows.find("waited")).orElseThrow().stand().reason())
          .isEqualTo(EndReason.NOT_SERVED);
      until(club, ends.plus(Duration.ofDays(30)).minus(MOMENT));
      assertThat(there(club, "waited")).isTrue();
      until(club, ends.plus(Duration.ofDays(30)));
      assertThat(there(club, "waited")).isFalse();
      assertThat(there(club, "came")).isTrue();
      assertThat(documents(club, "event_purges"))
          .anySatisfy(
              note -> {
                assertThat(note.getString("what").getValue()).isEqualTo("registrations");
                assertThat(note.getNumber("count").intValue()).isEqualTo(1);
                assertThat(note.keySet()).containsExactlyInAnyOrder("_id", "at", "what", "count");
              });
      var notes = documents(club, "event_purges").size();
      club.first.works();
      assertThat(documents(club, "event_purges")).as("once").hasSize(notes);
    }
  }

  @Test
  void who_came_and_who_gave_a_place_back_are_known_to_the_end_of_the_next_year(Store store) {
    try (var club = new Club(store, 6)) {
      register(club, "came", 1, 0);
      register(club, "left", 2, 0);
      Wait.forResult(club.first.feature.parties.cancel("ana-2", "left"));
      var week = Club.family("week", 3);
      Wait.forResult(club.first.feature.packages.book("ana-3", "feast", week));
      until(club, YEAR_AFTER_NEXT_BEGINS.minus(MOMENT));
      assertThat(there(club, "came")).isTrue();
      assertThat(there(club, "left")).isTrue();
      assertThat(documents(club, Registration.COLLECTION)).hasSize(5);
      assertThat(documents(club, AllDates.COLLECTION)).hasSize(1);
      until(club, YEAR_AFTER_NEXT_BEGINS);
      assertThat(documents(club, Registration.COLLECTION)).isEmpty();
      assertThat(documents(club, AllDates.COLLECTION)).isEmpty();
    }
  }

  @Test
  void a_package_that_did_not_come_about_leaves_nothing_after_a_day(Store store) {
    try (var club = new Club(store, 2)) {
      register(club, "full", 3, 2);
      var week = Club.family("week", 1);
      var asked = club.clock.instant();
      assertThatThrownBy(
              () -> Wait.forResult(club.first.feature.packages.book("ana-1", "feast", week)))
          .hasMessageContaining("session-full");
      until(club, asked.plus(Duration.ofHours(24)).minus(MOMENT));
      assertThat(documents(club, AllDates.COLLECTION)).hasSize(1);
      assertThat(documents(club, Registration.COLLECTION)).hasSizeGreaterThan(1);
      until(club, asked.plus(Duration.ofHours(24)));
      assertThat(documents(club, AllDates.COLLECTION)).isEmpty();
      assertThat(documents(club, Registration.COLLECTION)).hasSize(1);
      assertThat(there(club, "full")).isTrue();
    }
  }

  /** An instance that dies after it has removed a page. */
  private static final class Dying extends PastRegistrationStore {
    private int pages;

    Dying(Mongo mongo) {
      super(mongo);
    }

    @Override
    Future<Integer> remove(Overdue kind, Instant before, List<Registration> some, Instant stale) {
      return ++pages > 1
          ? Future.failedFuture(new IllegalStateException("cut off"))
          : super.remove(kind, before, some, stale);
    }
  }

  /** Many who waited in vain, without asking for places one by one. */
  private static List<String> waited(Club club, int count) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var visit = Visit.of(club.sessions.get(0));
      var id = String.format("w-%03d", i);
      var row =
          RowDraft.of(
                  RowDraft.first(
                      id, "ana-1", visit, List.of("p-" + id), Asking.none(), null, Club.NOW))
              .stand(Stand.ended(EndReason.NOT_SERVED))
              .next(Club.NOW);
      Wait.forResult(club.first.rows.add(row));
      ids.add(id);
    }
    return ids;
  }

  @Test
  void cut_off_in_the_middle_it_goes_on_and_what_an_incident_holds_is_passed_by(Store store) {
    try (var club = new Club(store, 2)) {
      var ids = waited(club, 250);
      var held = List.of(ids.get(0), ids.get(120));
      var sam = new Signatory("sam", "safeguarding-lead");
      for (var id : held) {
        var look = LocalDate.parse("2027-03-01");
        Wait.forResult(club.first.held().hold("day-0", "p-" + id, sam, look));
      }
      // Somebody else's session holds nothing here.
      Wait.forResult(
          club.first.held().hold("day-1", "p-" + ids.get(1), sam, LocalDate.parse("2027-03-01")));
      club.clock.set(club.sessions.get(0).endsAt().plus(Duration.ofDays(30)));
      var dying = club.first.purge(new Dying(club.first.mongo));
      assertThatThrownBy(() -> Wait.forResult(dying.run())).hasMessage("cut off");
      assertThat(documents(club, Registration.COLLECTION)).hasSize(151);
      club.first.works();
      assertThat(documents(club, Registration.COLLECTION))
          .extracting(one -> one.getString("_id").getValue())
          .containsExactlyInAnyOrderElementsOf(held);
      assertThat(
              documents(club, "event_purges").stream()
                  .mapToInt(one -> one.getNumber("count").intValue())
                  .sum())
          .isEqualTo(248);
      Wait.forResult(club.first.held().release("day-0", "p-" + held.get(0)));
      club.first.works();
      assertThat(there(club, held.get(0))).isFalse();
      assertThat(there(club, held.get(1))).isTrue();
    }
  }

  @Test
  void a_late_retry_of_what_was_removed_is_refused_plainly_and_leaves_nothing(Store store) {
    try (var club = new Club(store, 6)) {
      register(club, "came", 1, 0);
      until(club, YEAR_AFTER_NEXT_BEGINS);
      assertThat(there(club, "came")).isFalse();
      assertThatThrownBy(() -> register(club, "came", 1, 0)).isInstanceOf(RuntimeException.class);
      assertThat(there(club, "came")).isFalse();
      assertThat(
              Wait.forResult(
                  club.first.rows.coming(List.of("mia-1"), Club.NOW, Optional.empty(), 10)))
          .isEmpty();
    }
  }
}
