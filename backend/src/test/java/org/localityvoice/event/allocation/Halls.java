package org.localityvoice.event.allocation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** Instances that share a store, each with a connection, an event loop and jobs of its own. */
final class Halls implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-12-07T09:00:00Z");
  static final Instant STARTS = NOW.plus(Duration.ofDays(8));
  static final String HALL = "hall";
  static final String CLUB = "club";

  final HandClock clock = new HandClock(NOW);
  private final Store store;
  private final List<Vertx> loops = new ArrayList<>();

  Halls(Store store) {
    this.store = store;
  }

  /** One instance. */
  record Instance(Allotments allotments, AllotmentStore store, Jobs jobs) {
    Answer asks(Command command) {
      return Wait.forResult(allotments.apply(HALL, command));
    }

    Allotment hall() {
      return Wait.forResult(allotments.read(HALL)).orElseThrow();
    }

    void works() {
      Wait.forResult(jobs.runAllNow());
    }
  }

  Instance instance() {
    return instance(AllotmentStore::new, effect -> Future.succeededFuture());
  }

  Instance instance(
      Function<Mongo, AllotmentStore> kind, Function<PlacesEffect, Future<Void>> receiver) {
    var vertx = Vertx.vertx();
    loops.add(vertx);
    var mongo = store.connect();
    var leases = new Leases(mongo, "instance-" + loops.size(), clock);
    var jobs = new Jobs(vertx, leases, clock, Duration.ofSeconds(30));
    var relay = new Relay(mongo, jobs, clock);
    relay.deliver(PlacesEffect.KIND, (Outgoing one) -> receiver.apply(PlacesEffect.read(one)));
    var allotments = kind.apply(mongo);
    var instance = new Allotments(vertx, allotments, relay, clock, new Random(loops.size()));
    instance.connect(jobs);
    Wait.forResult(mongo.ready());
    return new Instance(instance, allotments, jobs);
  }

  static NewAllotment hall(String id, int capacity) {
    var club =
        new NewSession(
            CLUB,
            STARTS,
            STARTS.plus(Duration.ofHours(4)),
            capacity,
            new Policy(WaitlistRule.FIRST_COME, 200, 12, false));
    return new NewAllotment(id, null, List.of(club));
  }

  static Command join(int who) {
    return new Command.Join(
        CLUB, new Party("r" + who, "a" + who, List.of("p" + who)), Entrance.RESIDENT);
  }

  static Command leave(int who) {
    return new Command.Leave(CLUB, "r" + who, Command.Leave.By.RESIDENT);
  }

  static List<PlacesEffect> effects(Allotment hall) {
    return hall.outbox().stream().map(PlacesEffect::read).toList();
  }

  static boolean toldOfAPlace(Answer answer) {
    return answer instanceof Answer.Stands stands && stands.standing() instanceof Standing.Placed;
  }

  /** Those that have places, are offered some, or are kept some. */
  static Stream<Booking> in(Allotment hall) {
    return hall.sessions().get(0).bookings().stream().filter(Booking::takesPlaces);
  }

  @Override
  public void close() {
    loops.forEach(vertx -> Wait.forResult(vertx.close()));
  }
}
