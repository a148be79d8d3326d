package org.localityvoice.event.attendance;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Who has looked at what, and what was removed. Only ever added to. */
final class DoorAuditStore {
  private final MongoCollection<RosterRead> rosters;
  private final MongoCollection<IncidentRead> incidents;
  private final MongoCollection<Purge> purges;

  /** That something was removed: how many, and nothing else. */
  public record Purge(@BsonId String id, Instant at, String what, int count) {}

  /** That somebody has read what was noted of an incident. */
  public record IncidentRead(
      @BsonId String id, String incident, String reader, String role, Instant at) {}

  DoorAuditStore(Mongo mongo) {
    rosters =
        mongo.collection(
            "roster_reads", RosterRead.class, Index.on("session", "at"), Index.on("children"));
    incidents = mongo.collection("incident_reads", IncidentRead.class, Index.on("incident", "at"));
    purges = mongo.collection("attendance_purges", Purge.class, Index.on("at"));
  }

  Future<Void> add(RosterRead read) {
    return Publishers.done(rosters.insertOne(read));
  }

  Future<Void> add(IncidentRead read) {
    return Publishers.done(incidents.insertOne(read));
  }

  Future<Void> add(Purge purge) {
    return Publishers.done(purges.insertOne(purge));
  }
}
