package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.localityvoice.testing.WeakLine;

/** The first start is cut off while the events of the sample are made, and the next goes on. */
@ExtendWith(StoreExtension.class)
class SampleEventsCutOffTest {
  private static final List<String> COLLECTIONS =
      List.of("events", "sessions", "space_diaries", "event_rolls", "allotments");

  private static final int IN_THE_FIRST = 18;

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));

  private static Map<String, Long> kept(Mongo direct) {
    Map<String, Long> counts = new HashMap<>();
    for (var name : COLLECTIONS) {
      for (var one :
          Wait.forResult(Publishers.list(direct.collection(name, Document.class).find()))) {
        var state = one.get("state", one.get("status", ""));
        var entries = one.getList("entries", Document.class, List.of()).size();
        counts.merge(name + " " + state + " " + entries, 1L, Long::sum);
      }
    }
    return counts;
  }

  @Test
  void wherever_it_is_cut_off_the_next_start_makes_the_same_events_once(
      Store store, @TempDir Path folder) throws Exception {
    SampleFolder.copyTo(store, folder);
    try (var line = new WeakLine(store.uri());
        var mongo = Mongo.connect(line.uri())) {
      var settings =
          SettingsReader.read(Map.of("DATA_FOLDER", folder.toString()), Optional.empty());
      var parts = new Parts(vertx, settings, mongo, clock);
      Wait.forResult(parts.ready());
      var events = new SampleEvents(parts, ZoneId.of("Europe/London"), clock);
      var direct = store.connect();

      Wait.forResult(events.load(false));
      var whole = kept(direct);
      assertThat(whole)
          .containsEntry("events PUBLISHED 0", 3L)
          .containsEntry("sessions SCHEDULED 0", 6L);
      var cuts = 0;
      // Everywhere in the first event; the others are made like it.
      for (var over = true; over; cuts += cuts < IN_THE_FIRST ? 1 : 5) {
        for (var name : COLLECTIONS) {
          var all = direct.collection(name, Document.class);
          Wait.forResult(Publishers.done(all.deleteMany(Filters.empty())));
        }
        line.carries(cuts);
        var made = Wait.forResult(events.load(true).map(true).otherwise(false));
        over = line.isCut();
        line.mend();
        assertThat(made).as("cut off after %d writes", cuts).isEqualTo(!over);
        clock.advance(Duration.ofMinutes(1));
        Wait.forResult(events.load(false));
        if (!kept(direct).equals(whole)) {
          // What was published before it was cut off is carried out by the outbox.
          Wait.forResult(parts.settle());
        }
        assertThat(kept(direct)).as("cut off after %d writes", cuts).isEqualTo(whole);
      }
      assertThat(cuts).as("writes that it takes").isGreaterThan(2 * IN_THE_FIRST);
    } finally {
      Wait.forResult(vertx.close());
    }
  }
}
