package org.localityvoice.event.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.planning.Programmes.adds;
import static org.localityvoice.event.planning.Programmes.date;
import static org.localityvoice.event.planning.Programmes.drafts;
import static org.localityvoice.event.planning.Programmes.programme;
import static org.localityvoice.event.planning.Programmes.publishes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.event.EventFeature;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** The control: it is the gate, and nothing else, that holds a clashing event back. */
@ExtendWith(StoreExtension.class)
class GateOffTest {
  private static final Caller THEO =
      new Caller("theo", Set.of(Role.PARTNER_OFFICER), Set.of("newport"), Optional.of("thirteen"));

  private static Map<String, Object> club() {
    return programme("thirteen", "HAF club", "holiday-club");
  }

  private static void bothPlan(Town town) {
    drafts(town.as("theo"), "haf-club-2026", club());
    adds(
        town.as("theo"),
        "haf-club-2026-1",
        date("haf-club-2026", "2026-12-21T13:00", "2026-12-21T16:00", "newport-hub", "main-hall"));
    drafts(
        town.as("omar"), "feast-2026", programme("cleveland-police", "Feast of Fun", "open-play"));
    adds(
        town.as("omar"),
        "feast-2026-1",
        date("feast-2026", "2026-12-21T14:00", "2026-12-21T17:00", "newport-park", "pitch"));
    town.works();
  }

  @Test
  void with_the_gate_open_the_event_that_it_held_back_is_published_beside_the_other(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      bothPlan(town);
      assertThat(publishes(town.as("theo"), "haf-club-2026").problem()).isEqualTo("event-clashes");
      assertThat(town.nobody().gets("/v1/events/haf-club-2026").status()).isEqualTo(404);

      var vertx = Vertx.vertx();
      var mongo = store.connect();
      var clock = town.clock();
      var changes = new CompareAndSet(vertx, new Random(7));
      var jobs = new Jobs(vertx, new Leases(mongo, "beside", clock), clock, Duration.ofSeconds(30));
      var relay = new Relay(mongo, jobs, clock);
      var areas = new Areas(new AreaStore(mongo, changes), clock);
      var zone = ZoneId.of("Europe/London");
      var events =
          new EventFeature(vertx, mongo, changes, relay, areas, clock, zone, new Random(8));
      Wait.forResult(mongo.ready());
      var content = new ObjectMapper().valueToTree(club());
      Wait.forResult(events.work(MadeEvents.OPEN).begin("haf-club-2026", content, List.of(), THEO));
      town.works();

      assertThat(town.nobody().gets("/v1/events/haf-club-2026").status()).isEqualTo(200);
      assertThat(Programmes.clashes(town.as("theo"), "open")).as("and they do clash").hasSize(1);
      Wait.forResult(vertx.close());
    }
  }
}
