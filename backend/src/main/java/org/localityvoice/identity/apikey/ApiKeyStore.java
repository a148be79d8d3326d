package org.localityvoice.identity.apikey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The collection {@code api_keys}. A key is looked up by its hash. */
final class ApiKeyStore {
  private static final int MOST = 1000;

  private final MongoCollection<ApiKey> keys;

  ApiKeyStore(Mongo mongo) {
    keys = mongo.collection("api_keys", ApiKey.class, Index.unique("hash"), Index.on("createdAt"));
  }

  Future<Void> add(ApiKey key) {
    return Publishers.done(keys.insertOne(key));
  }

  Future<Optional<ApiKey>> byHash(String hash) {
    return Publishers.first(keys.find(eq("hash", hash)));
  }

  /** The oldest first, at most a thousand. */
  Future<List<ApiKey>> all() {
    return Publishers.list(keys.find().sort(ascending("createdAt")).limit(MOST));
  }

  /** Marks a key, unless it is marked already; false when there is no such key. */
  Future<Boolean> revoke(String id, Instant at) {
    return Publishers.one(
            keys.updateOne(and(eq("_id", id), eq("revokedAt", null)), set("revokedAt", at)))
        .compose(result -> Publishers.first(keys.find(eq("_id", id))))
        .map(Optional::isPresent);
  }
}
