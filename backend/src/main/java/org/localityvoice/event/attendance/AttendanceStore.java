package org.localityvoice.event.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Attendance, one document for each participant of a session: its id sees to that. */
class AttendanceStore {
  private static final String ID = "_id";
  private static final String SESSION = "session";
  private static final String PARTICIPANT = "participant";
  private static final String FLAGGED = "flagged";
  private static final String PURGE_AT = "purgeAt";

  private final MongoCollection<Attendance> rows;
  private final CompareAndSet compareAndSet;

  AttendanceStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    rows =
        mongo.collection(
            Attendance.COLLECTION,
            Attendance.class,
            Index.on(SESSION, FLAGGED, ID),
            Index.on(PARTICIPANT, ID),
            Index.on(PURGE_AT, ID));
  }

  Future<Optional<Attendance>> find(String id) {
    return Publishers.first(rows.find(eq(ID, id)));
  }

  Future<List<Attendance>> find(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(rows.find(in(ID, ids)).sort(ascending(ID)).limit(ids.size()));
  }

  /** Adds one; false when there is one of that participant in that session. */
  Future<Boolean> add(Attendance attendance) {
    return Publishers.unlessTaken(rows.insertOne(attendance));
  }

  <R> Future<R> change(String id, Function<Attendance, Decision<Attendance, R>> decide) {
    return compareAndSet.change(rows, id, decide);
  }

  /** Those of a session. */
  Future<List<Attendance>> ofSession(String session, int limit) {
    return Publishers.list(
        rows.find(eq(SESSION, session)).sort(ascending(FLAGGED, ID)).limit(limit));
  }

  /** Those who did not come. */
  Future<List<Attendance>> flagged(String session, int limit) {
    return Publishers.list(
        rows.find(and(eq(SESSION, session), eq(FLAGGED, true))).sort(ascending(ID)).limit(limit));
  }

  /** Those of a participant, wherever they were, from after one on. */
  Future<List<Attendance>> ofParticipant(
      String participant, Optional<Attendance> after, int limit) {
    var all = eq(PARTICIPANT, participant);
    var which = after.map(one -> and(all, gt(ID, one.id()))).orElse(all);
    return Publishers.list(rows.find(which).sort(ascending(ID)).limit(limit));
  }

  /** Those that have been about somebody long enough, from after one on. */
  Future<List<Attendance>> toPurge(Instant now, Optional<Attendance> after, int limit) {
    var all = lte(PURGE_AT, now);
    var which =
        after
            .map(
                one ->
                    and(
                        all,
                        new ListMark(Objects.requireNonNull(one.purgeAt()), one.id())
                            .after(PURGE_AT)))
            .orElse(all);
    return Publishers.list(rows.find(which).sort(ascending(PURGE_AT, ID)).limit(limit));
  }
}
