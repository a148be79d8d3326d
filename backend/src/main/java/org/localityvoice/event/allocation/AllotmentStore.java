package org.localityvoice.event.allocation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Allocator.Allocation;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * The allotments. A change adds to the outbox instead of replacing it, so the relay, which takes
 * out what it has delivered, and whoever changes places do not get in each other's way.
 */
class AllotmentStore {
  static final String COLLECTION = "allotments";
  private static final String DUE_AT = "dueAt";
  private static final String PARTICIPANTS = "participants";
  private static final String WAITING_SINCE = "outboxSince";
  private static final String LAST_BOOKED = "lastBooked";
  private static final String LAST_ENDED = "lastEnded";

  private final MongoCollection<Allotment> allotments;
  private final MongoCollection<BsonDocument> plain;

  AllotmentStore(Mongo mongo) {
    allotments =
        mongo.collection(
            COLLECTION,
            Allotment.class,
            Index.sparse(DUE_AT),
            Index.on(PARTICIPANTS, "_id"),
            Index.on(LAST_BOOKED, "_id"),
            Index.on(LAST_ENDED, "_id"));
    plain = mongo.collection(COLLECTION, BsonDocument.class);
  }

  Future<Optional<Allotment>> find(String id) {
    return Publishers.first(allotments.find(eq("_id", id)));
  }

  /** Adds an allotment; false when there is one of that id already. */
  Future<Boolean> add(Allotment allotment) {
    return Publishers.unlessTaken(allotments.insertOne(allotment));
  }

  /** Writes a change, unless somebody else has changed the places since they were seen. */
  Future<Boolean> change(Allotment seen, Allocation to) {
    return Publishers.one(
            allotments.updateOne(and(eq("_id", seen.id()), unchanged(seen)), update(to)))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** What must still be so. A control leaves it out, to see that it matters. */
  Bson unchanged(Allotment seen) {
    return eq("version", seen.version());
  }

  /** Allotments that a participant is in, a page of them, in order, after the one named. */
  Future<List<String>> with(String participant, String after, int most) {
    return ids(and(eq(PARTICIPANTS, participant), gt("_id", after)), "_id", most);
  }

  /** Allotments that time has something to change in, whoever waits longest first. */
  Future<List<String>> due(Instant now, int most) {
    return ids(lte(DUE_AT, now), DUE_AT, most);
  }

  /**
   * One whose last session is over for long, with its sessions.
   *
   * @param waiting whether effects of it have not been delivered
   */
  record Old(String id, Instant last, List<String> sessions, boolean waiting) {}

  /** Gives up effects that have waited since before then. */
  Future<Void> giveUpEffects(String id, Instant before) {
    return Publishers.done(
        allotments.updateOne(
            and(eq("_id", id), lt(WAITING_SINCE, before)),
            combine(set("outbox", List.of()), unset(WAITING_SINCE))));
  }

  /** Allotments that know parties of sessions before a moment only, after one of them. */
  Future<List<Old>> booked(Instant before, Optional<Old> after, int most) {
    return old(LAST_BOOKED, before, after, most);
  }

  /** The same of registrations that have ended. */
  Future<List<Old>> ended(Instant before, Optional<Old> after, int most) {
    return old(LAST_ENDED, before, after, most);
  }

  private Future<List<Old>> old(String field, Instant before, Optional<Old> after, int most) {
    var all = lte(field, before);
    var which =
        after.map(one -> and(all, new ListMark(one.last(), one.id()).after(field))).orElse(all);
    return Publishers.list(
            plain
                .find(which)
                .projection(include(field, "sessions.id", WAITING_SINCE))
                .sort(ascending(field, "_id"))
                .limit(most))
        .map(found -> found.stream().map(one -> old(field, one)).toList());
  }

  private static Old old(String field, BsonDocument one) {
    return new Old(
        one.getString("_id").getValue(),
        Instant.ofEpochMilli(one.getDateTime(field).getValue()),
        one.getArray("sessions").stream()
            .map(session -> session.asDocument().getString("id").getValue())
            .toList(),
        one.containsKey(WAITING_SINCE));
  }

  private Future<List<String>> ids(Bson wanted, String order, int most) {
    return Publishers.list(
            plain.find(wanted).projection(include("_id")).sort(ascending(order)).limit(most))
        .map(found -> found.stream().map(one -> one.getString("_id").getValue()).toList());
  }

  private static Bson moment(String field, @Nullable Instant at) {
    return at == null ? unset(field) : set(field, at);
  }

  private static Bson update(Allocation to) {
    var next = to.next();
    List<Bson> parts = new ArrayList<>();
    parts.add(set("version", next.version()));
    parts.add(set("sessions", next.sessions()));
    parts.add(set("tickets", next.tickets()));
    parts.add(set("effects", next.effects()));
    parts.add(set(PARTICIPANTS, next.participants()));
    if (next.poolCapacity() != null) {
      parts.add(set("poolCapacity", next.poolCapacity()));
    }
    parts.add(moment(DUE_AT, next.dueAt()));
    parts.add(moment(LAST_BOOKED, next.lastBooked()));
    parts.add(moment(LAST_ENDED, next.lastEnded()));
    if (!to.effects().isEmpty()) {
      parts.add(pushEach("outbox", to.effects().stream().map(PlacesEffect::outgoing).toList()));
      parts.add(min(WAITING_SINCE, to.effects().get(0).at()));
    }
    return combine(parts);
  }
}
