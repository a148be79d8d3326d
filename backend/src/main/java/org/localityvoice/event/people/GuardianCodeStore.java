package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Single-use codes, found by their digests. */
class GuardianCodeStore {
  static final String COLLECTION = "guardian_codes";

  private final MongoCollection<GuardianCode> codes;

  GuardianCodeStore(Mongo mongo) {
    codes =
        mongo.collection(
            COLLECTION, GuardianCode.class, Index.unique("digest"), Index.on("expiresAt"));
  }

  Future<Optional<GuardianCode>> find(String id) {
    return Publishers.first(codes.find(eq("_id", id)));
  }

  Future<Optional<GuardianCode>> byDigest(String digest) {
    return Publishers.first(codes.find(eq("digest", digest)));
  }

  /** Adds one; false when it is there. */
  Future<Boolean> add(GuardianCode code) {
    return Publishers.unlessTaken(codes.insertOne(code));
  }

  /** Uses a code up; of two people one is told true, and whoever was is told it again. */
  Future<Boolean> redeem(String id, String uid) {
    return Publishers.one(codes.updateOne(and(eq("_id", id), free(uid)), set("redeemedBy", uid)))
        .map(done -> done.getMatchedCount() == 1);
  }

  /** What must still be so. A control leaves it out, to see that it matters. */
  Bson free(String uid) {
    return or(exists("redeemedBy", false), eq("redeemedBy", uid));
  }

  /** Removes what cannot be redeemed any more; how many there were. */
  Future<Integer> purge(Instant now) {
    return Publishers.one(codes.deleteMany(lte("expiresAt", now)))
        .map(done -> (int) done.getDeletedCount());
  }
}
