package org.localityvoice.event.takeup;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.localityvoice.app.Town;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.attendance.Attendance;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** A town in which clubs take place, and somebody at the door has noted who came. */
final class ClubTown implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Allotments allotments;
  final Mongo mongo;
  final Town town;

  ClubTown(Store store, Path folder) {
    town = Town.on(store, folder, Map.of());
    mongo = store.connect();
    var clock = town.clock();
    var jobs = new Jobs(vertx, new Leases(mongo, "tests", clock), clock, Duration.ofSeconds(30));
    allotments = new Allotments(vertx, mongo, new Relay(mongo, jobs, clock), clock, new Random(3));
    Wait.forResult(mongo.ready());
  }

  /** A session of tomorrow, in Newport. */
  Session club(int capacity) {
    return club(capacity, town.clock().instant().plus(Duration.ofDays(1)));
  }

  /** A session of any day. */
  Session club(int capacity, Instant starts) {
    var id = UUID.randomUUID().toString();
    var event = MadeEvents.event(id);
    var session = MadeEvents.session(id + "-1", event, starts, capacity);
    MadeEvents.store(vertx, mongo, allotments, event, session);
    return session;
  }

  /** As the door has noted them, different people each time. */
  void note(Session session, String home, AgeGroup age, int count, boolean came) {
    var rows = mongo.collection("attendance", Attendance.class);
    for (var i = 0; i < count; i++) {
      var id = UUID.randomUUID().toString();
      var row =
          new Attendance(
              id,
              1,
              session.id(),
              id,
              id,
              "newport",
              home,
              age,
              List.of(),
              !came,
              came,
              Instant.parse("2028-03-31T23:00:00Z"));
      Wait.forResult(Publishers.done(rows.insertOne(row)));
    }
  }

  /** Parties of one. */
  void joins(Session session, int count) {
    for (var i = 0; i < count; i++) {
      var id = UUID.randomUUID().toString();
      var join =
          new Command.Join(session.id(), new Party(id, "ola", List.of(id)), Entrance.RESIDENT);
      Wait.forResult(allotments.apply(session.allotmentId(), join));
    }
  }

  void passesUntil(String moment) {
    town.passes(Duration.between(town.clock().instant(), Instant.parse(moment)));
  }

  @Override
  public void close() {
    town.close();
    Wait.forResult(vertx.close());
  }
}
