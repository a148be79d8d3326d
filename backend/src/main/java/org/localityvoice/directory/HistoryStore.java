package org.localityvoice.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Lines of history, each one document. */
final class HistoryStore {
  private final MongoCollection<History> lines;

  HistoryStore(Mongo mongo) {
    lines =
        mongo.collection(History.COLLECTION, History.class, Index.ordered("subject", "-edition"));
  }

  /** Adds a line, unless it is there. */
  Future<Void> add(History line) {
    return Publishers.unlessTaken(lines.insertOne(line)).mapEmpty();
  }

  /** Lines of an entry, the latest first, from before an edition. */
  Future<List<History>> of(String subject, long before, int limit) {
    return Publishers.list(
        lines
            .find(and(eq("subject", subject), lt("edition", before)))
            .sort(descending("edition"))
            .limit(limit));
  }
}
