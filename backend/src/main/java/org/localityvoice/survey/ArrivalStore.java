package org.localityvoice.survey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Sealed answers, from their acknowledgement until they are counted, and what remains of them. */
final class ArrivalStore {
  private static final String KEPT = "kept";

  private final MongoCollection<Arrival> arrivals;
  private final MongoCollection<Document> raw;

  ArrivalStore(Mongo mongo) {
    arrivals = mongo.collection("arrivals", Arrival.class, Index.on("wave", "batch"));
    raw = mongo.collection("arrivals", Document.class);
  }

  /** Adds all that are new; answers with the positions of those whose ballot was spent before. */
  Future<Set<Integer>> add(List<Arrival> group) {
    return Publishers.done(arrivals.insertMany(group, new InsertManyOptions().ordered(false)))
        .map(Set.<Integer>of())
        .recover(
            failure ->
                Mongo.duplicates(failure)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(failure)));
  }

  Future<Optional<Arrival>> find(String id) {
    return Publishers.first(arrivals.find(eq("_id", id)));
  }

  Future<List<Arrival>> byIds(Collection<String> ids) {
    return Publishers.list(arrivals.find(in("_id", ids)));
  }

  /** Takes back an answer that came too late; false when it is claimed or kept. */
  Future<Boolean> takeBack(String id) {
    return Publishers.one(
            arrivals.deleteOne(and(eq("_id", id), eq("batch", Arrival.WAITING), ne(KEPT, true))))
        .map(result -> result.getDeletedCount() == 1);
  }

  /** Keeps an answer from being taken back; false when it is not there any more. */
  Future<Boolean> keep(String id) {
    return Publishers.one(arrivals.updateOne(eq("_id", id), Updates.set(KEPT, true)))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** Ids of answers that wait to be counted. */
  Future<List<String>> waiting(String wave, int most) {
    return Publishers.list(
            raw.find(and(eq("wave", wave), eq("batch", Arrival.WAITING)))
                .projection(Projections.include("_id"))
                .limit(most))
        .map(found -> found.stream().map(document -> document.getString("_id")).toList());
  }

  /** Marks those of the batch that are still there and not marked. */
  Future<Void> mark(Collection<String> ids, int batch) {
    return Publishers.done(
        arrivals.updateMany(
            and(in("_id", ids), eq("batch", Arrival.WAITING)), Updates.set("batch", batch)));
  }

  /** The answers of a batch that are not yet known to be counted. */
  Future<List<Arrival>> batch(Collection<String> ids, int batch) {
    return Publishers.list(arrivals.find(and(in("_id", ids), eq("batch", batch))));
  }

  /** Leaves of a counted batch only that these ballots are spent. */
  Future<Void> counted(Collection<String> ids, int batch) {
    return Publishers.done(
        arrivals.updateMany(
            and(in("_id", ids), eq("batch", batch)),
            Updates.combine(
                Updates.set("batch", Arrival.COUNTED),
                Updates.unset("sealed"),
                Updates.unset(KEPT))));
  }
}
