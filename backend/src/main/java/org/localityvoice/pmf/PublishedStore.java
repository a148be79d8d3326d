package org.localityvoice.pmf;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The latest statement of each locality and period. */
final class PublishedStore {
  private final MongoCollection<Published> published;

  PublishedStore(Mongo mongo) {
    published =
        mongo.collection(
            "pmf_published", Published.class, Index.on("sequence"), Index.on("locality", "period"));
  }

  /** Takes a statement for what counts, unless a later one does. */
  Future<Void> put(Published one) {
    // Where a later one is there the filter finds nothing, and the insert meets its key.
    return Publishers.unlessTaken(
            published.replaceOne(
                and(eq("_id", one.id()), lt("sequence", one.sequence())),
                one,
                new ReplaceOptions().upsert(true)))
        .mapEmpty();
  }

  /** What has come to count after a sequence, by sequence. */
  Future<List<Published>> since(long sequence, int limit) {
    return Publishers.list(
        published.find(gt("sequence", sequence)).sort(ascending("sequence")).limit(limit));
  }

  /** Of one locality, newest period first. */
  Future<List<Published>> of(String locality, int limit) {
    return Publishers.list(
        published.find(eq("locality", locality)).sort(descending("period")).limit(limit));
  }

  Future<Optional<Published>> find(String id) {
    return Publishers.first(published.find(eq("_id", id)));
  }
}
