package org.localityvoice.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
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
final class SessionStore {
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
            Index.on("localityId", STARTS_AT, "_id"));
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

  Future<List<Session>> ofEvent(String eventId, int limit) {
    return Publishers.list(sessions.find(eq("eventId", eventId)).sort(BY_START).limit(limit));
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
