package org.localityvoice.event.people;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Who has read what was collected, and what was removed. Only ever added to. */
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
            READS, ReadEntry.class, Index.on("participant", "at"), Index.on("reader", "at"));
    purges = mongo.collection(PURGES, Purge.class, Index.on("at"));
  }

  Future<Void> add(ReadEntry entry) {
    return Publishers.done(reads.insertOne(entry));
  }

  Future<Void> add(Purge purge) {
    return Publishers.done(purges.insertOne(purge));
  }
}
