package org.localityvoice.pledge;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keeps the pledges as one document. */
final class PledgeStore {
  private final MongoCollection<Pledges> pledges;

  PledgeStore(Mongo mongo) {
    pledges = mongo.collection("pledges", Pledges.class);
  }

  /** The pledges; none before the first import. */
  Future<Pledges> read() {
    return Publishers.first(pledges.find(eq("_id", Pledges.ONLY)))
        .map(found -> found.orElseGet(() -> Pledges.of(List.of(), List.of())));
  }

  /** Replaces them, whatever they were. */
  Future<Void> write(Pledges next) {
    return Publishers.done(
        pledges.replaceOne(eq("_id", Pledges.ONLY), next, new ReplaceOptions().upsert(true)));
  }
}
