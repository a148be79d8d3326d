package org.localityvoice.event.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Who has looked at what. Only ever added to, until notes have been kept long enough. */
final class DoorAuditStore {
  static final String ROSTER_READS = "roster_reads";

  private final MongoCollection<RosterRead> rosters;
  private final MongoCollection<IncidentRead> incidents;

  /** That somebody has read what was noted of an incident. */
  public record IncidentRead(
      @BsonId String id, String incident, String reader, String role, Instant at) {}

  DoorAuditStore(Mongo mongo) {
    rosters =
        mongo.collection(
            ROSTER_READS,
            RosterRead.class,
            Index.on("session", "at"),
            Index.on("children"),
            Index.on("at", "_id"));
    incidents = mongo.collection("incident_reads", IncidentRead.class, Index.on("incident", "at"));
  }

  Future<Void> add(RosterRead read) {
    return Publishers.done(rosters.insertOne(read));
  }

  Future<Void> add(IncidentRead read) {
    return Publishers.done(incidents.insertOne(read));
  }

  /** Looks at who is to come before a moment, in order, from after one on. */
  Future<List<RosterRead>> rosterReads(Instant end, Optional<RosterRead> after, int limit) {
    var all = lt("at", end);
    var which =
        after.map(one -> and(all, new ListMark(one.at(), one.id()).after("at"))).orElse(all);
    return Publishers.list(rosters.find(which).sort(ascending("at", "_id")).limit(limit));
  }

  /** Removes some of them; how many were there. */
  Future<Integer> remove(List<RosterRead> some) {
    return some.isEmpty()
        ? Future.succeededFuture(0)
        : Publishers.one(rosters.deleteMany(in("_id", some.stream().map(RosterRead::id).toList())))
            .map(done -> (int) done.getDeletedCount());
  }

  /** Forgets who has read about an incident that is to be removed itself. */
  Future<Void> removeReadsOf(String incident) {
    return Publishers.done(incidents.deleteMany(eq("incident", incident)));
  }
}
