package org.localityvoice.event.planning;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.About;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Event;
import org.localityvoice.event.EventFeature;
import org.localityvoice.event.Events;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.Slot;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaFile;
import org.localityvoice.locality.AreaReading;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** However many change their plans at the same moment, in the end what stands is what clashes. */
@ExtendWith(StoreExtension.class)
class ManyChangesAtOnceTest {
  private static final int SESSIONS = 10;
  private static final int ROUNDS = 5;
  private static final int AT_ONCE = 6;
  private static final Instant START = Instant.parse("2026-12-21T10:00:00Z");
  private static final List<String> PARTNERS =
      List.of("thirteen", "cleveland-police", "early-help");

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Random random = new Random(20261221);
  private final Map<String, Session> sessions = new HashMap<>();

  private Mongo mongo;
  private Events events;
  private Areas areas;
  private PlanReader plans;
  private ClashStore clashes;
  private Relay relay;

  @BeforeEach
  void ten_partners_have_plans_for_one_morning(Store store) {
    mongo = store.connect();
    var changes = new CompareAndSet(vertx, random);
    var jobs = new Jobs(vertx, new Leases(mongo, "a test", clock), clock, Duration.ofSeconds(30));
    relay = new Relay(mongo, jobs, clock);
    areas = new Areas(new AreaStore(mongo, changes), clock);
    var zone = ZoneId.of("Europe/London");
    events = new EventFeature(vertx, mongo, changes, relay, areas, clock, zone, random).events();
    plans = new PlanReader(events);
    clashes = new ClashStore(mongo, changes);
    Wait.forResult(mongo.ready());
    Wait.forResult(areas.replace(sample(), List.of()));
    for (var i = 0; i < SESSIONS; i++) {
      var event = of(PARTNERS.get(i % PARTNERS.size()), MadeEvents.event("event-" + i));
      var session = MadeEvents.session("session-" + i, event, START, 20);
      sessions.put(session.id(), session);
      MadeEvents.store(vertx, mongo, events, event, session);
    }
  }

  @AfterEach
  void stop() {
    Wait.forResult(vertx.close());
  }

  private static Area sample() {
    try (var file = Area.class.getResourceAsStream("/sample/area.yaml")) {
      var reading = new AreaFile(List.of()).read(file.readAllBytes());
      return ((AreaReading.Good) reading).area();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClashSearch search(InstantSource time) {
    return new ClashSearch(plans, clashes, areas, relay, time);
  }

  @Test
  void what_stands_in_the_end_is_what_clashes_in_the_end() {
    var search = search(clock);
    sessions.keySet().forEach(id -> Wait.forResult(search.refresh(id)));
    var most = 0;
    for (var round = 0; round < ROUNDS; round++) {
      var under = new ArrayList<Future<Void>>();
      var chosen = new ArrayList<>(sessions.keySet());
      Collections.shuffle(chosen, random);
      for (var id : chosen.subList(0, AT_ONCE)) {
        under.add(write(changed(sessions.get(id))).compose(written -> search.refresh(id)));
      }
      Wait.forResult(Future.all(under));
      var standing = standing();
      assertThat(standing).as("round " + round).isEqualTo(expected());
      most = Math.max(most, standing.size());
    }
    assertThat(most).as("something clashed at all").isGreaterThan(3);
  }

  @Test
  void whoever_was_overtaken_while_writing_looks_once_more() {
    // Theo's search has read Omar's plan. Before it writes, Omar cancels, and his search is
    // through:
    // it finds nothing, and there is nothing yet to end.
    var theo = "session-0";
    var omar = "session-1";
    for (var i = 2; i < SESSIONS; i++) {
      Wait.forResult(write(cancelled(sessions.get("session-" + i))));
    }
    var looks = new AtomicInteger();
    InstantSource overtaken =
        () -> {
          if (looks.getAndIncrement() == 0) {
            Wait.forResult(
                write(cancelled(sessions.get(omar)))
                    .compose(written -> search(clock).refresh(omar)));
          }
          return clock.instant();
        };
    Wait.forResult(search(overtaken).refresh(theo));
    assertThat(looks).hasValueGreaterThan(1);
    assertThat(Wait.forResult(clashes.find(Pairing.id(theo, omar))).orElseThrow().state())
        .as("it was written, and ended")
        .isEqualTo(ClashState.GONE);
  }

  private static Event of(String organiser, Event event) {
    return new Event(
        event.id(),
        event.version(),
        event.edition(),
        event.localityId(),
        organiser,
        event.state(),
        event.programme(),
        event.series(),
        event.changedAt(),
        event.outbox(),
        event.outboxSince());
  }

  private Future<Void> write(Session next) {
    sessions.put(next.id(), next);
    return Publishers.done(
        mongo.collection("sessions", Session.class).replaceOne(eq("_id", next.id()), next));
  }

  private static Session cancelled(Session one) {
    return with(one, SessionStatus.CANCELLED, one.slot(), one.about());
  }

  private Session changed(Session one) {
    var starts = START.plus(Duration.ofMinutes(30L * random.nextInt(6)));
    var from = random.nextInt(12);
    var about =
        new About(
            one.title(),
            random.nextBoolean() ? "open-play" : "sport",
            new AgeRange(from, from + random.nextInt(6)),
            one.supportsSend(),
            one.accessibility(),
            null,
            null);
    var status = random.nextInt(8) == 0 ? SessionStatus.CANCELLED : SessionStatus.DRAFT;
    var slot = new Slot(starts, starts.plus(Duration.ofHours(1)), one.venueId(), one.spaceId());
    return with(one, status, slot, about);
  }

  private static Session with(Session one, SessionStatus status, Slot slot, About about) {
    return new Session(
        one.id(),
        one.version() + 1,
        one.edition() + 1,
        one.eventId(),
        one.localityId(),
        one.organiser(),
        status,
        one.listed(),
        slot,
        one.terms(),
        one.allotmentId(),
        one.sequence(),
        one.changedAt(),
        one.cancelledAt(),
        about,
        one.eventEdition(),
        one.places(),
        one.placesVersion(),
        List.of(),
        null);
  }

  private Map<String, ClashCode> standing() {
    var standing = new TreeMap<String, ClashCode>();
    for (var session : sessions.keySet()) {
      Wait.forResult(clashes.standingOf(session, 100))
          .forEach(clash -> standing.put(clash.id(), clash.code()));
    }
    return standing;
  }

  private Map<String, ClashCode> expected() {
    var all = Wait.forResult(plans.sessions(List.copyOf(sessions.keySet())));
    var expected = new TreeMap<String, ClashCode>();
    for (var one : all) {
      Pairing.among(one, all).stream()
          .filter(pairing -> pairing.startsAt().isAfter(clock.instant()))
          .forEach(pairing -> expected.put(pairing.id(), pairing.code()));
    }
    return expected;
  }
}
