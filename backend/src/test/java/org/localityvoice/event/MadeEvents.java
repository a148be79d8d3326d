package org.localityvoice.event;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.NewAllotment;
import org.localityvoice.event.allocation.NewSession;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.Wait;

/** Events and sessions put straight into a store, for tests that are about something else. */
public final class MadeEvents {
  private static final Instant MADE = Instant.parse("2026-11-02T09:00:00Z");

  /** A gate that lets everything through. */
  public static final PublishGate OPEN = (event, sessions) -> Future.succeededFuture();

  private MadeEvents() {}

  /** Where it is noted in a store what was removed. */
  public static PurgeLog purges(Mongo mongo, InstantSource clock) {
    return new PurgeLog(new PurgeStore(mongo), clock);
  }

  /** The events of a store, beside the server that may be on it. */
  public static Events beside(Vertx vertx, Mongo mongo, InstantSource clock) {
    var compareAndSet = new CompareAndSet(vertx, new Random(5));
    var jobs = new Jobs(vertx, new Leases(mongo, "beside", clock), clock, Duration.ofSeconds(30));
    var events =
        new EventFeature(
                vertx,
                mongo,
                compareAndSet,
                new Relay(mongo, jobs, clock),
                new Areas(new AreaStore(mongo, compareAndSet), clock),
                clock,
                ZoneId.of("Europe/London"),
                new Random(6))
            .events();
    Wait.forResult(mongo.ready());
    return events;
  }

  /** A published event of the landlord in Newport, for children of 6 to 10. */
  public static Event event(String id) {
    return event(id, new AgeRange(6, 10));
  }

  /** The same for people of other ages. */
  public static Event event(String id, AgeRange ages) {
    return new Event(
        id,
        1,
        1,
        "newport",
        "thirteen",
        EventState.PUBLISHED,
        programme(ages),
        List.of(),
        MADE,
        List.of(),
        null);
  }

  /** What that event is. */
  public static Programme programme() {
    return programme(new AgeRange(6, 10));
  }

  private static Programme programme(AgeRange ages) {
    return new Programme(
        new Text(Map.of("en", "Feast of Fun")),
        new Text(Map.of("en", "Games and a hot meal.")),
        "play",
        ages,
        true,
        Set.of(AccessFeature.STEP_FREE, AccessFeature.QUIET_SPACE),
        Set.of(Collected.DIETARY, Collected.EMERGENCY_CONTACTS),
        new GuardianRule(true, LinkTier.DECLARED, true),
        false,
        null,
        null);
  }

  /** A session of it, two hours long. */
  public static Session session(String id, Event event, Instant startsAt, int capacity) {
    return new Session(
        id,
        1,
        1,
        event.id(),
        event.localityId(),
        event.organiser(),
        SessionStatus.SCHEDULED,
        true,
        new Slot(startsAt, startsAt.plus(Duration.ofHours(2)), "newport-hub", "main-hall"),
        new Terms(capacity, null, Policy.usual(capacity)),
        DerivedId.of("session", id),
        0,
        MADE,
        null,
        event.programme().about(),
        event.edition(),
        Places.AVAILABLE,
        0,
        List.of(),
        null);
  }

  /** Writes an event with its sessions, and opens the allotments of those. */
  public static void store(Vertx vertx, Mongo mongo, Events events, Event event, Session... all) {
    store(vertx, mongo, events.allotments(), event, all);
  }

  /** The same where only the way to places is at hand. */
  public static void store(
      Vertx vertx, Mongo mongo, Allotments allotments, Event event, Session... all) {
    var compareAndSet = new CompareAndSet(vertx, new Random(1));
    Wait.forResult(new EventStore(mongo, compareAndSet).add(event));
    for (var session : all) {
      Wait.forResult(new SessionStore(mongo, compareAndSet).add(session));
      var places =
          new NewSession(
              session.id(),
              session.startsAt(),
              session.endsAt(),
              session.capacity(),
              session.policy());
      Wait.forResult(
          allotments.open(
              new NewAllotment(session.allotmentId(), session.poolCapacity(), List.of(places))));
    }
  }
}
