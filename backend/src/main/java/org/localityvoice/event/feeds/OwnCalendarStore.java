package org.localityvoice.event.feeds;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** People's calendars, one document for each account, found by the digests of their tokens. */
final class OwnCalendarStore {
  static final String COLLECTION = "own_calendars";

  private final MongoCollection<OwnCalendar> calendars;
  private final CompareAndSet compareAndSet;

  OwnCalendarStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    calendars = mongo.collection(COLLECTION, OwnCalendar.class, Index.uniqueWhereThere("digest"));
  }

  Future<Optional<OwnCalendar>> find(String uid) {
    return Publishers.first(calendars.find(eq("_id", uid)));
  }

  Future<Optional<OwnCalendar>> byDigest(String digest) {
    return Publishers.first(calendars.find(eq("digest", digest)));
  }

  /** Makes sure that there is a document. */
  Future<Void> ensure(String uid) {
    return Publishers.unlessTaken(calendars.insertOne(OwnCalendar.closed(uid))).mapEmpty();
  }

  <R> Future<R> change(String uid, Function<OwnCalendar, Decision<OwnCalendar, R>> decide) {
    return compareAndSet.change(calendars, uid, decide);
  }
}
