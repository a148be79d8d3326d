package org.localityvoice.notify;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** What inboxes hold, one document each entry. */
final class InboxStore {
  static final String COLLECTION = "inbox";

  /** Read marks that a shared entry keeps; the oldest gives way. */
  static final int MOST_READERS = 100;

  private static final int MOST_AT_ONCE = 250;

  private final MongoCollection<Entry> entries;

  InboxStore(Mongo mongo) {
    entries = mongo.collection(COLLECTION, Entry.class, Index.ordered("recipient", "-_id"));
  }

  /** Adds entries; those that are there stay as they are. */
  Future<Void> add(List<Entry> some) {
    var added = Future.<Void>succeededFuture();
    for (var start = 0; start < some.size(); start += MOST_AT_ONCE) {
      var part = some.subList(start, Math.min(some.size(), start + MOST_AT_ONCE));
      added = added.compose(before -> insert(part));
    }
    return added;
  }

  private Future<Void> insert(List<Entry> part) {
    return Publishers.done(entries.insertMany(part, new InsertManyOptions().ordered(false)))
        .recover(
            failure ->
                Mongo.duplicates(failure).isPresent()
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** What somebody may read, newest first. */
  Future<List<Entry>> page(
      List<String> recipients, String reader, Optional<String> before, int limit) {
    var wanted = readable(recipients, reader);
    var from = before.map(id -> and(wanted, lt("_id", id))).orElse(wanted);
    return Publishers.list(entries.find(from).sort(descending("_id")).limit(limit));
  }

  /** An entry, if it is among what somebody may read. */
  Future<Optional<Entry>> find(String id, List<String> recipients, String reader) {
    return Publishers.first(entries.find(and(eq("_id", id), readable(recipients, reader))));
  }

  /** Notes that somebody has read an entry; the first time counts. */
  Future<Void> read(String id, Entry.Reader reader) {
    return Publishers.done(
        entries.updateOne(
            and(eq("_id", id), ne("readers.uid", reader.uid())),
            pushEach("readers", List.of(reader), new PushOptions().slice(-MOST_READERS))));
  }

  /** Removes some of the entries from before a moment; returns how many. */
  Future<Integer> purge(Instant end, int limit) {
    var old = entries.find(lt("_id", Entry.since(end))).sort(ascending("_id")).limit(limit);
    return Publishers.list(old)
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture(0)
                    : Publishers.done(
                            entries.deleteMany(in("_id", page.stream().map(Entry::id).toList())))
                        .map(page.size()));
  }

  private static Bson readable(List<String> recipients, String reader) {
    return and(in("recipient", recipients), ne("actor", reader));
  }
}
