package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keys of collected data, as far as the store has any. */
class VaultKeyStore {
  private final MongoCollection<VaultKey> keys;

  VaultKeyStore(Mongo mongo) {
    keys = mongo.collection("vault_keys", VaultKey.class);
  }

  Future<Optional<VaultKey>> find(String id) {
    return Publishers.first(keys.find(eq("_id", id)));
  }

  /** Adds one; false when there is one already, which stays. */
  Future<Boolean> add(VaultKey key) {
    return Publishers.unlessTaken(keys.insertOne(key));
  }
}
