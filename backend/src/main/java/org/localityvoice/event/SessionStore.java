package org.localityvoice.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Sessions, each one document; lists are in the order of their starts. */
class SessionStore {
  private static final String STARTS_AT = "slot.startsAt";
  private static final Bson BY_START = ascending(STARTS_AT, "_id");

  private final MongoCollection<Session> sessions;
  private final CompareAndSet compareAndSet;

  SessionStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    sessions =
        mongo.collection(
            Session.COLLECTION,
            Session.class,
            Index.sparse("outboxSince"),
            Index.on("eventId", STARTS_AT, "_id"),
            Index.on("localityId", STARTS_AT, "_id"),
            Index.on("localityId", "status", STARTS_AT, "_id"),
            Index.on("localityId", "listed", STARTS_AT, "_id"),
            Index.on("organiser", "listed", STARTS_AT, "_id"),
            Index.on("listed", STARTS_AT, "_id"),
            Index.on("allotmentId", "_id"));
  }

  Future<Optional<Session>> find(String id) {
    return Publishers.first(sessions.find(eq("_id", id)));
  }

  /** Adds a session; false when its id is taken. */
  Future<Boolean> add(Session session) {
    return Publishers.unlessTaken(sessions.insertOne(session));
  }

  <R> Future<R> change(String id, Function<Session, Decision<Session, R>> decide) {
    return compareAndSet.change(sessions, id, decide);
  }

  /** All of an event; older servers let two who added some at once add more than are allowed. */
  Future<List<Session>> ofEvent(String eventId) {
    return Publishers.list(
        sessions.find(eq("eventId", eventId)).sort(BY_START).limit(2 * Events.MOST_SESSIONS));
  }

  /** Those of these ids that there are, in the order of their ids. */
  Future<List<Session>> all(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(sessions.find(in("_id", ids)).sort(ascending("_id")).limit(ids.size()));
  }

  /** Writes a band, unless one of the same or a later state of the allotment has been written. */
  Future<Void> project(String id, Places places, long allotmentVersion) {
    return Publishers.done(
        sessions.updateOne(
            and(eq("_id", id), lt("placesVersion", allotmentVersion)),
            combine(
                set("places", places),
                set("placesVersion", allotmentVersion),
                // A writer who read the session before must see that it has changed.
                inc("version", 1L))));
  }

  /** Writes the capacity of a session's pool to those that share it and have said nothing since. */
  Future<Void> sharePool(Session session) {
    var capacity = session.poolCapacity();
    if (capacity == null) {
      return Future.succeededFuture();
    }
    return Publishers.done(
        sessions.updateMany(
            and(
                eq("allotmentId", session.allotmentId()),
                lte("changedAt", session.changedAt()),
                ne("terms.poolCapacity", capacity)),
            combine(set("terms.poolCapacity", capacity), inc("edition", 1L), inc("version", 1L))));
  }

  /** Whether all sessions of an allotment show that state of it, or a later one. */
  Future<Boolean> projectedSince(String allotmentId, long allotmentVersion) {
    return Publishers.first(
            sessions.find(
                and(
                    eq("allotmentId", allotmentId),
                    eq("listed", true),
                    lt("placesVersion", allotmentVersion))))
        .map(Optional::isEmpty);
  }

  /** Draft sessions of a locality; like {@link #inLocality}. */
  Future<List<Session>> drafts(
      String localityId, Instant from, Instant to, Optional<SessionMark> after, int limit) {
    var drafts = and(eq("localityId", localityId), eq("status", SessionStatus.DRAFT));
    return page(drafts, from, to, after, limit);
  }

  /** What residents may find; like {@link #inLocality}. */
  Future<List<Session>> listed(
      Listing which, Instant from, Instant to, Optional<SessionMark> after, int limit) {
    var listed = eq("listed", true);
    var filter =
        which
            .organiser()
            .map(partner -> and(eq("organiser", partner), listed))
            .or(() -> which.locality().map(place -> and(eq("localityId", place), listed)))
            .orElse(listed);
    return page(filter, from, to, after, limit);
  }

  /** Sessions of a locality that start from then until before then, after a mark. */
  Future<List<Session>> inLocality(
      String localityId, Instant from, Instant to, Optional<SessionMark> after, int limit) {
    return page(eq("localityId", localityId), from, to, after, limit);
  }

  private Future<List<Session>> page(
      Bson which, Instant from, Instant to, Optional<SessionMark> after, int limit) {
    return read(stages(which, from, to, after), limit, new ArrayList<>());
  }

  private Future<List<Session>> read(List<Bson> stages, int limit, List<Session> found) {
    if (stages.isEmpty() || found.size() == limit) {
      return Future.succeededFuture(found);
    }
    return Publishers.list(sessions.find(stages.get(0)).sort(BY_START).limit(limit - found.size()))
        .compose(
            more -> {
              found.addAll(more);
              return read(stages.subList(1, stages.size()), limit, found);
            });
  }

  /**
   * What comes after a mark, as conditions that an index serves from end to end: first the rest of
   * those that start at the same time, then the others.
   */
  private static List<Bson> stages(
      Bson which, Instant from, Instant to, Optional<SessionMark> after) {
    if (after.isEmpty()) {
      return List.of(and(which, gte(STARTS_AT, from), lt(STARTS_AT, to)));
    }
    var mark = after.get();
    return List.of(
        and(which, eq(STARTS_AT, mark.startsAt()), gt("_id", mark.id())),
        and(which, gte(STARTS_AT, mark.startsAt().plusMillis(1)), lt(STARTS_AT, to)));
  }
}
