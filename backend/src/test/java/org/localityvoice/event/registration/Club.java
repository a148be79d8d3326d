package org.localityvoice.event.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.localityvoice.event.Collected;
import org.localityvoice.event.Event;
import org.localityvoice.event.EventFeature;
import org.localityvoice.event.Events;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.Booking;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.people.PeopleFeature;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** A club of three afternoons, and instances of the server that share its store. */
final class Club implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-12-07T09:00:00Z");
  static final Instant MONDAY = Instant.parse("2026-12-21T13:00:00Z");
  static final LocalDate BORN = LocalDate.parse("2018-05-04");
  static final Event EVENT = MadeEvents.event("feast");
  static final Needs NEEDS =
      new Needs(
          "No nuts.",
          null,
          null,
          null,
          List.of(new Needs.Contact("Ana", "01632 960123")),
          null,
          null);

  final HandClock clock = new HandClock(NOW);
  final List<Session> sessions = new ArrayList<>();
  final Store store;
  final Instance first;
  private final List<Vertx> loops = new ArrayList<>();

  Club(Store store, int capacity) {
    this.store = store;
    for (var day = 0; day < 3; day++) {
      sessions.add(
          MadeEvents.session("day-" + day, EVENT, MONDAY.plus(Duration.ofDays(day)), capacity));
    }
    first = new Instance(this);
    MadeEvents.store(
        first.vertx, first.mongo, first.events, EVENT, sessions.toArray(Session[]::new));
    for (var family = 1; family <= 3; family++) {
      MadePeople.store(
          first.vertx,
          first.mongo,
          MadePeople.child("mia-" + family, BORN, "ana-" + family, "feast"),
          MadePeople.child("leo-" + family, BORN.minusYears(2), "ana-" + family, "feast"));
    }
  }

  /** One instance, with its services in reach. */
  static final class Instance {
    final Vertx vertx;
    final Mongo mongo;
    final Events events;
    final Jobs jobs;
    final RegistrationStore rows;
    final RegistrationFeature feature;
    private final HandClock clock;
    private final CompareAndSet compareAndSet;
    private final Relay relay;
    private final PeopleFeature people;

    Instance(Club club) {
      clock = club.clock;
      vertx = Vertx.vertx();
      club.loops.add(vertx);
      mongo = club.store.connect();
      compareAndSet = new CompareAndSet(vertx, new Random(club.loops.size()));
      var zone = ZoneId.of("Europe/London");
      var leases = new Leases(mongo, "instance-" + club.loops.size(), club.clock);
      jobs = new Jobs(vertx, leases, club.clock, Duration.ofSeconds(30));
      relay = new Relay(mongo, jobs, club.clock);
      var areas = new Areas(new AreaStore(mongo, compareAndSet), club.clock);
      var event =
          new EventFeature(
              vertx,
              mongo,
              compareAndSet,
              relay,
              areas,
              club.clock,
              zone,
              new Random(club.loops.size()));
      events = event.events();
      people =
          new PeopleFeature(
              mongo,
              compareAndSet,
              areas,
              relay,
              session -> Future.succeededFuture(Optional.empty()),
              club.clock,
              zone,
              new SecureRandom(),
              Optional.empty());
      feature = with(new Kind() {});
      rows = new RegistrationStore(mongo, compareAndSet);
      event.connect(jobs, event.work(MadeEvents.OPEN), List.of(feature.places()), List.of());
      feature.connect(relay, jobs);
      relay.deliver("notify.notice", notice -> Future.succeededFuture());
      Wait.forResult(mongo.ready());
    }

    /** The feature once more, of another kind, without jobs. */
    RegistrationFeature with(Kind kind) {
      return new RegistrationFeature(
          kind.rows(mongo, compareAndSet),
          new PastRegistrationStore(mongo),
          kind.packages(mongo, compareAndSet),
          kind.places(events),
          relay,
          clock,
          events,
          people.people(),
          people.vault(),
          people.held(),
          List.of("en"));
    }

    HeldRecords held() {
      return people.held();
    }

    /** The purge on a store of another kind. */
    RegistrationPurge purge(PastRegistrationStore past) {
      var packages = new PackageStore(mongo, compareAndSet);
      return new RegistrationPurge(past, packages, people.held(), events, clock);
    }

    /** What a session was told of somebody. */
    Optional<Needs> told(String session, String participant) {
      return Wait.forResult(
          people
              .vault()
              .read(
                  new Signatory("theo", "partner-officer"),
                  session,
                  participant,
                  Set.of(Collected.values())));
    }

    void works() {
      Wait.forResult(jobs.runAllNow());
      Wait.forResult(jobs.runAllNow());
    }
  }

  /** What an instance is made of. */
  interface Kind {
    default RegistrationStore rows(Mongo mongo, CompareAndSet compareAndSet) {
      return new RegistrationStore(mongo, compareAndSet);
    }

    default PackageStore packages(Mongo mongo, CompareAndSet compareAndSet) {
      return new PackageStore(mongo, compareAndSet);
    }

    default PackageSaga.Places places(Events events) {
      return events.allotments()::apply;
    }
  }

  /** Both children of a family, with what is asked. */
  static RegistrationService.Asked family(String id, int which) {
    return new RegistrationService.Asked(
        id,
        List.of(
            new Member("mia-" + which, Optional.of(NEEDS)),
            new Member("leo-" + which, Optional.of(NEEDS))),
        false);
  }

  /** The bookings of a day, as the allotment has them. */
  List<Booking> bookings(int day) {
    var session = sessions.get(day);
    return Wait.forResult(first.events.allotments().read(session.allotmentId()))
        .flatMap((Allotment read) -> read.session(session.id()))
        .orElseThrow()
        .bookings();
  }

  @Override
  public void close() {
    loops.forEach(vertx -> Wait.forResult(vertx.close()));
  }
}
