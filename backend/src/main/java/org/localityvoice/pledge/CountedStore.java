package org.localityvoice.pledge;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keeps what may be told of the problems of each locality and quarter. */
final class CountedStore {
  private final MongoCollection<CountedQuarter> quarters;

  CountedStore(Mongo mongo) {
    quarters =
        mongo.collection(
            "pledge_counted_quarters", CountedQuarter.class, Index.on("locality", "quarter"));
  }

  /** Keeps one, unless one that was counted on the same day or later is there. */
  Future<Void> put(CountedQuarter one) {
    // Where such a one is there the filter finds nothing, and the insert meets its key.
    return Publishers.unlessTaken(
            quarters.replaceOne(
                and(eq("_id", one.id()), lt("at", one.at())),
                one,
                new ReplaceOptions().upsert(true)))
        .mapEmpty();
  }

  /** Of one locality, newest quarter first. */
  Future<List<CountedQuarter>> of(String locality, int limit) {
    return Publishers.list(
        quarters.find(eq("locality", locality)).sort(descending("quarter")).limit(limit));
  }
}
