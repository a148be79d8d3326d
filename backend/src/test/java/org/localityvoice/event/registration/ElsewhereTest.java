package org.localityvoice.event.registration;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Session;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** A session is put somewhere else while a family registers for it. */
@ExtendWith(StoreExtension.class)
class ElsewhereTest {
  private static Session moves(Club club, String venue, int sequence) {
    var sessions = club.first.mongo.collection("sessions", BsonDocument.class);
    var change = combine(set("slot.venueId", venue), set("sequence", sequence), inc("version", 1L));
    Wait.forResult(Publishers.done(sessions.updateOne(eq("_id", "day-0"), change)));
    return Wait.forResult(club.first.events.session("day-0")).orElseThrow();
  }

  private static Registration row(Club club, String id) {
    return Wait.forResult(club.first.rows.find(id)).orElseThrow();
  }

  @Test
  void a_family_that_was_answered_with_the_old_place_hears_of_the_new_one_once(Store store) {
    try (var club = new Club(store, 4)) {
      var feature = club.first.feature;
      Wait.forResult(feature.registrations.register("ana-1", "day-0", Club.family("one", 1)));
      // Whoever carries the change has looked for rows already, and found none.
      var there = moves(club, "newport-park", 1);
      assertThat(row(club, "one").tellings()).isZero();
      club.first.works();
      assertThat(row(club, "one").tellings()).isEqualTo(1);
      assertThat(row(club, "one").visit().place().venue()).isEqualTo("newport-park");

      // It comes again, and late.
      for (var i = 0; i < 2; i++) {
        Wait.forResult(feature.sessions().changed(there));
      }
      assertThat(row(club, "one").tellings()).isEqualTo(1);
      var back = moves(club, "newport-hub", 2);
      Wait.forResult(feature.sessions().changed(back));
      Wait.forResult(feature.sessions().changed(there));
      assertThat(row(club, "one").tellings()).isEqualTo(2);
      assertThat(row(club, "one").visit().place().venue()).isEqualTo("newport-hub");
    }
  }

  @Test
  void what_is_over_is_left_alone_and_of_whom_it_is_not_noted_is_told_of_the_next_place(
      Store store) {
    try (var club = new Club(store, 4)) {
      var feature = club.first.feature;
      Wait.forResult(feature.registrations.register("ana-1", "day-0", Club.family("one", 1)));
      Wait.forResult(feature.registrations.register("ana-2", "day-0", Club.family("two", 2)));
      club.first.works();
      // A row from before places were noted.
      var rows = club.first.mongo.collection("registrations", BsonDocument.class);
      Wait.forResult(Publishers.done(rows.updateOne(eq("_id", "two"), unset("visit.place"))));
      Wait.forResult(feature.sessions().changed(moves(club, "newport-park", 1)));
      assertThat(row(club, "one").tellings()).isEqualTo(1);
      assertThat(row(club, "two").tellings()).as("nobody knows what they know").isZero();
      Wait.forResult(feature.sessions().changed(moves(club, "newport-hub", 2)));
      assertThat(row(club, "two").tellings()).isEqualTo(1);

      club.clock.set(Club.MONDAY.plus(Duration.ofHours(2)));
      Wait.forResult(feature.sessions().changed(moves(club, "newport-park", 3)));
      assertThat(row(club, "one").tellings()).as("it is over").isEqualTo(2);
    }
  }
}
