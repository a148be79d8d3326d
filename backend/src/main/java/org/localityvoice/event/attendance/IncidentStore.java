package org.localityvoice.event.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Outgoing;

/** Notes of incidents: a collection of their own, which nothing else reads. */
final class IncidentStore {
  private static final String LOCALITY = "locality";
  private static final String RECEIVED_AT = "receivedAt";
  private static final String ID = "_id";
  private static final String SESSION = "session";
  private static final String HOLD = "hold";
  private static final String REVIEW_ON = "hold.reviewOn";
  private static final String REMINDED_AT = "hold.remindedAt";
  private static final String KEEP_UNTIL = "keepUntil";
  private static final int MOST_HELD = 200;

  private final MongoCollection<Incident> incidents;

  IncidentStore(Mongo mongo) {
    incidents =
        mongo.collection(
            Incident.COLLECTION,
            Incident.class,
            Index.ordered(LOCALITY, "-" + RECEIVED_AT, "-" + ID),
            Index.on(SESSION),
            Index.on(KEEP_UNTIL, ID),
            Index.sparse(REVIEW_ON));
  }

  /** Adds one; false when its id is taken. */
  Future<Boolean> add(Incident incident) {
    return Publishers.unlessTaken(incidents.insertOne(incident));
  }

  Future<Optional<Incident>> find(String id) {
    return Publishers.first(incidents.find(eq(ID, id)));
  }

  /** Those of a locality, the latest first. */
  Future<List<Incident>> ofLocality(String locality, Optional<ListMark> after, int limit) {
    var all = eq(LOCALITY, locality);
    var which = after.map(mark -> and(all, mark.before(RECEIVED_AT))).orElse(all);
    return Publishers.list(incidents.find(which).sort(descending(RECEIVED_AT, ID)).limit(limit));
  }

  /** Notes a hold, or that there is none. */
  Future<Void> hold(String id, Incident.@Nullable Hold hold) {
    return Publishers.done(
        incidents.updateOne(eq(ID, id), hold == null ? unset(HOLD) : set(HOLD, hold)));
  }

  /** Those of a session that hold something. */
  Future<List<Incident>> holding(String session) {
    return Publishers.list(
        incidents
            .find(and(eq(SESSION, session), exists(HOLD)))
            .sort(descending(ID))
            .limit(MOST_HELD));
  }

  /** Some whose hold has to be looked at again, of which nobody was reminded. */
  Future<List<Incident>> toReview(LocalDate today, int limit) {
    return Publishers.list(
        incidents
            .find(and(lte(REVIEW_ON, today), exists(REMINDED_AT, false)))
            .sort(ascending(REVIEW_ON))
            .limit(limit));
  }

  /** Notes that the leads are told, with the effect that tells them; once for each day set. */
  Future<Void> remind(String id, LocalDate reviewOn, Instant now, Outgoing effect) {
    return Publishers.done(
        incidents.updateOne(
            and(eq(ID, id), eq(REVIEW_ON, reviewOn), exists(REMINDED_AT, false)),
            combine(set(REMINDED_AT, now), push("outbox", effect), min("outboxSince", now))));
  }

  /** Those that have been kept long enough and hold nothing, from after one on. */
  Future<List<Incident>> toPurge(Instant now, Optional<Incident> after, int limit) {
    var all = and(lte(KEEP_UNTIL, now), exists(HOLD, false));
    var which =
        after
            .map(one -> and(all, new ListMark(one.keepUntil(), one.id()).after(KEEP_UNTIL)))
            .orElse(all);
    return Publishers.list(incidents.find(which).sort(ascending(KEEP_UNTIL, ID)).limit(limit));
  }

  /** Removes one, unless it has begun to hold something. */
  Future<Void> remove(String id) {
    return Publishers.done(incidents.deleteOne(and(eq(ID, id), exists(HOLD, false))));
  }
}
