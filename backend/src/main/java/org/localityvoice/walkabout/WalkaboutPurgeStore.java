package org.localityvoice.walkabout;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** That something was forgotten on its day: how much, and nothing else. Only ever added to. */
public final class WalkaboutPurgeStore {
  private final MongoCollection<Purge> purges;

  /** What, and how many. */
  public record Purge(@BsonId String id, Instant at, String what, int count) {}

  WalkaboutPurgeStore(Mongo mongo) {
    purges = mongo.collection("walkabout_purges", Purge.class, Index.on("at"));
  }

  /**
   * Notes it, unless it is nothing.
   *
   * @param what name of the collection
   */
  public Future<Void> forgot(String what, int count, Instant at) {
    return count == 0
        ? Future.succeededFuture()
        : Publishers.done(
            purges.insertOne(new Purge(UUID.randomUUID().toString(), at, what, count)));
  }
}
