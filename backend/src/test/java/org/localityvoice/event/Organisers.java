package org.localityvoice.event;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.localityvoice.event.NewSessions.Fresh;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** Instances of the feature that share a store, without a server. One venue with two halls. */
final class Organisers implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final Instant FIRST = Instant.parse("2026-12-01T10:00:00Z");
  static final ZoneId ZONE = ZoneId.of("Europe/London");
  static final Caller THEO =
      new Caller("theo", Set.of(Role.PARTNER_OFFICER), Set.of("newport"), Optional.of("thirteen"));

  final HandClock clock = new HandClock(NOW);
  private final Store store;
  private final List<Vertx> loops = new ArrayList<>();

  Organisers(Store store) {
    this.store = store;
  }

  /** One instance. */
  record Instance(
      EventFeature feature, EventServices services, Jobs jobs, Mongo mongo, CompareAndSet changes) {
    /** Lets effects be delivered until none waits. */
    void works() {
      for (var i = 0; i < 4; i++) {
        Wait.forResult(jobs.runAllNow());
      }
    }

    Session session(String id) {
      return Wait.forResult(services.sessions().find(id)).orElseThrow();
    }

    List<Session> sessions(String event) {
      return Wait.forResult(feature.events().sessionsOf(event));
    }
  }

  Instance instance() {
    return instance(SessionStore::new);
  }

  Instance instance(BiFunction<Mongo, CompareAndSet, SessionStore> kind) {
    var vertx = Vertx.vertx();
    loops.add(vertx);
    var mongo = store.connect();
    var random = new Random(loops.size());
    var changes = new CompareAndSet(vertx, random);
    var leases = new Leases(mongo, "instance-" + loops.size(), clock);
    var jobs = new Jobs(vertx, leases, clock, Duration.ofSeconds(30));
    var relay = new Relay(mongo, jobs, clock);
    var areas = new Areas(new AreaStore(mongo, changes), clock);
    var feature =
        new EventFeature(
            vertx, mongo, changes, kind.apply(mongo, changes), relay, areas, clock, ZONE, random);
    var work = feature.work(MadeEvents.OPEN);
    feature.connect(jobs, work, List.of(), List.of());
    Wait.forResult(mongo.ready());
    Wait.forResult(new EventCatalogueStore(mongo).write(catalogue()));
    return new Instance(feature, work.services(), jobs, mongo, changes);
  }

  private static EventCatalogue catalogue() {
    var name = new Text(Map.of("en", "Hall"));
    var halls =
        List.of(new Venue.Space("main-hall", name, 100, 30), new Venue.Space("other", name, 50, 0));
    return EventCatalogue.of(
        List.of(new Activity("play", name, null, false)),
        List.of(
            new Venue(
                "newport-hub", "Hub", "newport", "1 Street", 54, -1, Set.of(), halls, false)));
  }

  static Slot slot(Instant from, String space) {
    return new Slot(from, from.plus(Duration.ofHours(1)), "newport-hub", space);
  }

  static Plan plan(Instant from, String space, int capacity) {
    return new Plan(slot(from, space), new Terms(capacity, null, Policy.usual(capacity)));
  }

  static Plan pooled(Instant from, int capacity, int pool) {
    return new Plan(slot(from, "main-hall"), new Terms(capacity, pool, Policy.usual(capacity)));
  }

  /** A draft with drafts of sessions. */
  static Event drafts(Instance on, String id, Plan... plans) {
    var made = MadeEvents.event(id);
    var event =
        new Event(
            id,
            1,
            1,
            made.localityId(),
            made.organiser(),
            EventState.DRAFT,
            made.programme(),
            List.of(),
            NOW,
            List.of(),
            null);
    Wait.forResult(new EventStore(on.mongo(), on.changes()).add(event));
    for (var i = 0; i < plans.length; i++) {
      Wait.forResult(
          on.services().making().create(event, List.of(new Fresh(id + "-" + i, plans[i])), THEO));
    }
    return event;
  }

  static <T> T get(Future<T> future) {
    return Wait.forResult(future);
  }

  @Override
  public void close() {
    loops.forEach(vertx -> Wait.forResult(vertx.close()));
  }
}
