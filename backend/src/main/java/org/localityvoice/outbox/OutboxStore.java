package org.localityvoice.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The outboxes in the documents of one collection. Each method is one statement. */
final class OutboxStore {
  private static final String OUTBOX = "outbox";
  private static final String SINCE = "outboxSince";

  /** Asks for the field by a range, which the sparse index serves; $exists would not be. */
  private static final Bson DUE = gte(SINCE, new BsonDateTime(0));

  private final MongoCollection<BsonDocument> documents;
  private final boolean versioned;

  /**
   * The outboxes of a collection.
   *
   * @param versioned whether writers replace the outbox, and so must see that it has changed
   */
  OutboxStore(Mongo mongo, String collection, boolean versioned) {
    this.versioned = versioned;
    documents = mongo.collection(collection, BsonDocument.class, Index.sparse(SINCE));
  }

  /** A document with something to deliver, or one whose outbox was emptied but not yet settled. */
  record Due(String id, List<Outgoing> entries) {}

  /** The documents that have waited longest, oldest first, without those named. */
  Future<List<Due>> due(Collection<String> without, int limit) {
    var wanted = without.isEmpty() ? DUE : and(DUE, nin("_id", without));
    return Publishers.list(
            documents.find(wanted).projection(include(OUTBOX)).sort(ascending(SINCE)).limit(limit))
        .map(found -> found.stream().map(OutboxStore::read).toList());
  }

  /** Since when the oldest documents have waited, oldest first. */
  Future<List<Instant>> waiting(int limit) {
    return Publishers.list(
            documents.find(DUE).projection(include(SINCE)).sort(ascending(SINCE)).limit(limit))
        .map(
            found ->
                found.stream()
                    .map(document -> Instant.ofEpochMilli(document.getDateTime(SINCE).getValue()))
                    .toList());
  }

  /** Takes a delivered entry out; no writer puts it back. */
  Future<Void> remove(String id, String entry) {
    return Publishers.done(
        documents.updateOne(
            and(eq("_id", id), eq(OUTBOX + ".id", entry)),
            seen(pull(OUTBOX, new BsonDocument("id", new BsonString(entry))))));
  }

  /** Marks a document as having nothing to deliver, unless a writer has added something. */
  Future<Void> settle(String id) {
    return Publishers.done(
        documents.updateOne(and(eq("_id", id), size(OUTBOX, 0), DUE), seen(unset(SINCE))));
  }

  /** Moves the version on where a writer might undo the change. */
  private Bson seen(Bson change) {
    return versioned ? combine(change, inc("version", 1L)) : change;
  }

  private static Due read(BsonDocument document) {
    var entries =
        document.getArray(OUTBOX, new BsonArray()).stream()
            .map(value -> value.asDocument())
            .map(
                entry ->
                    new Outgoing(text(entry, "id"), text(entry, "kind"), text(entry, "payload")))
            .toList();
    return new Due(document.getString("_id").getValue(), entries);
  }

  private static String text(BsonDocument entry, String field) {
    return entry.getString(field).getValue();
  }
}
