package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** What sessions were told of participants, one document for each pair. */
final class CollectedStore {
  static final String COLLECTION = "collected";

  private final MongoCollection<CollectedRow> rows;

  CollectedStore(Mongo mongo) {
    rows =
        mongo.collection(
            COLLECTION,
            CollectedRow.class,
            Index.on("purgeAt"),
            Index.on("participant", "_id"),
            Index.on("session", "_id"));
  }

  Future<Optional<CollectedRow>> find(String id) {
    return Publishers.first(rows.find(eq("_id", id)));
  }

  /** Writes what was told, all of it anew; whether it is kept stays. */
  Future<Void> write(CollectedRow row) {
    return Publishers.done(
        rows.updateOne(
            eq("_id", row.id()),
            combine(
                setOnInsert("session", row.session()),
                setOnInsert("participant", row.participant()),
                set("sealed", row.sealed()),
                set("purgeAt", row.purgeAt())),
            new UpdateOptions().upsert(true)));
  }

  /**
   * The same for a registration, whose it is from then on.
   *
   * @return false where another registration has told it, which stays
   */
  Future<Boolean> claim(CollectedRow row, String registration) {
    return Publishers.unlessTaken(
        rows.updateOne(
            and(
                eq("_id", row.id()),
                or(eq("registration", registration), exists("registration", false))),
            combine(
                setOnInsert("session", row.session()),
                setOnInsert("participant", row.participant()),
                set("registration", registration),
                set("sealed", row.sealed()),
                set("purgeAt", row.purgeAt())),
            new UpdateOptions().upsert(true)));
  }

  /** Removes a row that a registration has told, unless it is kept. */
  Future<Void> remove(String id, String registration) {
    return Publishers.done(
        rows.deleteOne(
            and(eq("_id", id), eq("registration", registration), exists("kept", false))));
  }

  /** Keeps a row, or keeps it no longer; false where there is none. */
  Future<Boolean> keep(String id, CollectedRow.@Nullable Kept kept) {
    return Publishers.one(
            rows.updateOne(eq("_id", id), kept == null ? unset("kept") : set("kept", kept)))
        .map(done -> done.getMatchedCount() == 1);
  }

  /** Moves the day of a session's rows; whoever moves the session says so. */
  Future<Void> move(String session, Instant purgeAt) {
    return Publishers.done(rows.updateMany(eq("session", session), set("purgeAt", purgeAt)));
  }

  /** Removes a participant's rows, except those that are kept. */
  Future<Void> removeOf(String participant) {
    return Publishers.done(
        rows.deleteMany(and(eq("participant", participant), exists("kept", false))));
  }

  /** Removes some of those whose day has come; returns how many. */
  Future<Integer> purge(Instant now, int limit) {
    var due = and(lte("purgeAt", now), exists("kept", false));
    return Publishers.list(rows.find(due).sort(ascending("purgeAt")).limit(limit))
        .compose(page -> page.isEmpty() ? Future.succeededFuture(0) : remove(page, now));
  }

  /** One that was kept, or moved to a later day, in the meantime stays. */
  private Future<Integer> remove(List<CollectedRow> page, Instant now) {
    var ids = page.stream().map(CollectedRow::id).toList();
    return Publishers.one(
            rows.deleteMany(and(in("_id", ids), lte("purgeAt", now), exists("kept", false))))
        .map(done -> (int) done.getDeletedCount());
  }
}
