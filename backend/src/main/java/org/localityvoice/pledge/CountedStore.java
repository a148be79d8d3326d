package org.localityvoice.pledge;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keeps what may be told of the problems and the findings of each locality. */
final class CountedStore {
  private final MongoCollection<CountedQuarter> quarters;
  private final MongoCollection<CountedFindings> findings;

  CountedStore(Mongo mongo) {
    quarters =
        mongo.collection(
            "pledge_counted_quarters", CountedQuarter.class, Index.on("locality", "quarter"));
    findings = mongo.collection("pledge_counted_findings", CountedFindings.class);
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

  /** The same for findings. */
  Future<Void> put(CountedFindings one) {
    return Publishers.unlessTaken(
            findings.replaceOne(
                and(eq("_id", one.id()), lt("at", one.at())),
                one,
                new ReplaceOptions().upsert(true)))
        .mapEmpty();
  }

  /** The findings of one locality. */
  Future<Optional<CountedFindings>> findings(String locality) {
    return Publishers.first(findings.find(eq("_id", locality)));
  }

  /** Of one locality, newest quarter first. */
  Future<List<CountedQuarter>> of(String locality, int limit) {
    return Publishers.list(
        quarters.find(eq("locality", locality)).sort(descending("quarter")).limit(limit));
  }
}
