package org.localityvoice.event.feeds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
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

  private static final String ENDS_AT = "endsAt";

  private final MongoCollection<OwnCalendar> calendars;
  private final CompareAndSet compareAndSet;

  OwnCalendarStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    calendars =
        mongo.collection(
            COLLECTION, OwnCalendar.class, Index.uniqueWhereThere("digest"), Index.sparse(ENDS_AT));
  }

  Future<Optional<OwnCalendar>> find(String uid) {
    return Publishers.first(calendars.find(eq("_id", uid)));
  }

  Future<Optional<OwnCalendar>> byDigest(String digest) {
    return Publishers.first(calendars.find(eq("digest", digest)));
  }

  /** Makes sure that there is a document. */
  Future<Void> ensure(String uid, Instant now) {
    return Publishers.unlessTaken(calendars.insertOne(OwnCalendar.closed(uid, now))).mapEmpty();
  }

  <R> Future<R> change(String uid, Function<OwnCalendar, Decision<OwnCalendar, R>> decide) {
    return compareAndSet.change(calendars, uid, decide);
  }

  /** It is not removed before then, unless it has another token by now, or none. */
  Future<Void> keep(OwnCalendar read, Instant endsAt) {
    return Publishers.done(
        calendars.updateOne(
            and(eq("_id", read.id()), eq("digest", read.digest())),
            combine(set(ENDS_AT, endsAt), inc("version", 1L))));
  }

  /** Removes some of those that have come to their end; how many. */
  Future<Integer> purge(Instant now, int limit) {
    var due = lte(ENDS_AT, now);
    return Publishers.list(calendars.find(due).sort(ascending(ENDS_AT)).limit(limit))
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture(0)
                    : Publishers.one(
                            calendars.deleteMany(
                                and(in("_id", page.stream().map(OwnCalendar::id).toList()), due)))
                        .map(done -> (int) done.getDeletedCount()));
  }
}
