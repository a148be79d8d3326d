package org.localityvoice.event.attendance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Doors, one document for each session. */
final class DoorStore {
  private static final String LOOK_AT = "lookAt";
  private static final String PURGE_AT = "purgeAt";

  private final MongoCollection<Door> doors;
  private final CompareAndSet compareAndSet;

  DoorStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    doors =
        mongo.collection(Door.COLLECTION, Door.class, Index.sparse(LOOK_AT), Index.on(PURGE_AT));
  }

  Future<Optional<Door>> find(String session) {
    return Publishers.first(doors.find(eq("_id", session)));
  }

  /** Adds one; false when there is one already, which stays. */
  Future<Boolean> add(Door door) {
    return Publishers.unlessTaken(doors.insertOne(door));
  }

  <R> Future<R> change(String session, Function<Door, Decision<Door, R>> decide) {
    return compareAndSet.change(doors, session, decide);
  }

  /** Where it is time to look who did not come. */
  Future<List<Door>> toLookAt(Instant now, int limit) {
    return Publishers.list(doors.find(lte(LOOK_AT, now)).sort(ascending(LOOK_AT)).limit(limit));
  }

  /** Those that have been kept long enough. */
  Future<List<Door>> toPurge(Instant now, int limit) {
    return Publishers.list(doors.find(lte(PURGE_AT, now)).sort(ascending(PURGE_AT)).limit(limit));
  }

  Future<Void> remove(String session) {
    return Publishers.done(doors.deleteOne(eq("_id", session)));
  }
}
