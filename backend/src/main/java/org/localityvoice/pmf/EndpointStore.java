package org.localityvoice.pmf;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * Whether the endpoint is paused, in the collection {@code pmf_endpoints}. An endpoint is known by
 * the SHA-256 of its address: another address starts unpaused, and an address with a secret in it
 * is not stored.
 */
final class EndpointStore {
  private final MongoCollection<Pause> pauses;
  private final Optional<String> endpoint;

  EndpointStore(Mongo mongo, Optional<URI> endpoint) {
    this.pauses = mongo.collection("pmf_endpoints", Pause.class);
    this.endpoint = endpoint.map(EndpointStore::digest);
  }

  /**
   * An endpoint that has answered 410.
   *
   * @param endpoint digest of its address
   * @param statement the one that was answered so
   */
  public record Pause(@BsonId String endpoint, Instant at, String statement) {}

  Future<Boolean> paused() {
    return endpoint
        .map(id -> Publishers.first(pauses.find(eq("_id", id))).map(Optional::isPresent))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  Future<Void> pause(Instant at, String statement) {
    return endpoint
        .map(id -> new Pause(id, at, statement))
        .map(
            pause ->
                Publishers.done(
                    pauses.replaceOne(
                        eq("_id", pause.endpoint()), pause, new ReplaceOptions().upsert(true))))
        .orElseGet(Future::succeededFuture);
  }

  Future<Void> resume() {
    return endpoint
        .map(id -> Publishers.done(pauses.deleteOne(eq("_id", id))))
        .orElseGet(Future::succeededFuture);
  }

  private static String digest(URI address) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var bytes = sha256.digest(address.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
