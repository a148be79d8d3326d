package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * Who has read what was collected, and what was removed. Only ever added to, until notes of
 * readings have been kept long enough.
 */
final class AuditStore {
  static final String READS = "collected_reads";
  static final String PURGES = "collected_purges";

  private final MongoCollection<ReadEntry> reads;
  private final MongoCollection<Purge> purges;

  /** That rows were removed: how many, and nothing else. */
  public record Purge(@BsonId String id, Instant at, String what, int count) {}

  AuditStore(Mongo mongo) {
    reads =
        mongo.collection(
            READS,
            ReadEntry.class,
            Index.on("participant", "at"),
            Index.on("reader", "at"),
            Index.on("at", "_id"));
    purges = mongo.collection(PURGES, Purge.class, Index.on("at"));
  }

  Future<Void> add(ReadEntry entry) {
    return Publishers.done(reads.insertOne(entry));
  }

  /** Notes that so much was removed, unless it is nothing. */
  Future<Void> removed(String what, int count, Instant at) {
    return count == 0
        ? Future.succeededFuture()
        : Publishers.done(
            purges.insertOne(new Purge(UUID.randomUUID().toString(), at, what, count)));
  }

  /** Readings before a moment, in order, from after one on. */
  Future<List<ReadEntry>> before(Instant end, Optional<ReadEntry> after, int limit) {
    var all = lt("at", end);
    var which =
        after.map(one -> and(all, new ListMark(one.at(), one.id()).after("at"))).orElse(all);
    return Publishers.list(reads.find(which).sort(ascending("at", "_id")).limit(limit));
  }

  /** Removes readings; how many were there. */
  Future<Integer> remove(List<ReadEntry> some) {
    return Publishers.one(reads.deleteMany(in("_id", some.stream().map(ReadEntry::id).toList())))
        .map(done -> (int) done.getDeletedCount());
  }
}
