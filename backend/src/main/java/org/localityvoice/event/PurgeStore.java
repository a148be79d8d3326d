package org.localityvoice.event;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** What was removed, as numbers. Only ever added to. */
final class PurgeStore {
  private final MongoCollection<Purge> purges;

  /** That something was removed: how many, and nothing else. */
  public record Purge(@BsonId String id, Instant at, String what, int count) {}

  PurgeStore(Mongo mongo) {
    purges = mongo.collection("event_purges", Purge.class, Index.on("at"));
  }

  Future<Void> add(Purge purge) {
    return Publishers.done(purges.insertOne(purge));
  }
}
