package org.localityvoice.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Leases in the collection {@code leases}. Each method is one statement on one document. */
final class LeaseStore {
  private final MongoCollection<Lease> leases;

  LeaseStore(Mongo mongo) {
    leases = mongo.collection("leases", Lease.class);
  }

  /** Who may run a job, and until when. */
  public record Lease(@BsonId String job, String holder, Instant until) {}

  Future<Optional<Lease>> find(String job) {
    return Publishers.first(leases.find(eq("_id", job)));
  }

  /** False when somebody else was first. */
  Future<Boolean> insert(Lease lease) {
    return Publishers.unlessTaken(leases.insertOne(lease));
  }

  /** Puts one lease in another's place; false when the other is no longer the one that was seen. */
  Future<Boolean> replace(Lease seen, Lease next) {
    return update(
        and(eq("_id", seen.job()), eq("holder", seen.holder()), eq("until", seen.until())),
        combine(set("holder", next.holder()), set("until", next.until())));
  }

  /** False when the job is no longer that holder's. */
  Future<Boolean> extend(String job, String holder, Instant until) {
    return update(and(eq("_id", job), eq("holder", holder)), set("until", until));
  }

  Future<Void> delete(String job, String holder) {
    return Publishers.done(leases.deleteOne(and(eq("_id", job), eq("holder", holder))));
  }

  private Future<Boolean> update(Bson filter, Bson change) {
    return Publishers.one(leases.updateOne(filter, change))
        .map(result -> result.getMatchedCount() == 1);
  }
}
