package org.localityvoice.event.planning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** How many places are taken, one document for each allotment; found by their ids. */
final class PlacesTakenStore {
  static final String COLLECTION = "event_places_taken";
  private static final String LAST = "last";

  private final MongoCollection<PlacesTaken> taken;

  PlacesTakenStore(Mongo mongo) {
    taken = mongo.collection(COLLECTION, PlacesTaken.class, Index.sparse(LAST));
  }

  Future<Optional<PlacesTaken>> find(String allotment) {
    return Publishers.first(taken.find(eq("_id", allotment)));
  }

  /** Of these allotments, in the order of their ids; those that nobody has asked are not there. */
  Future<List<PlacesTaken>> these(Collection<String> allotments) {
    return allotments.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(
            taken.find(in("_id", allotments)).sort(ascending("_id")).limit(allotments.size()));
  }

  /** Adds the first of an allotment; false when there is one. */
  Future<Boolean> add(PlacesTaken first) {
    return Publishers.unlessTaken(taken.insertOne(first));
  }

  /** Replaces what was made of an earlier version of the allotment. */
  Future<Void> replace(PlacesTaken next) {
    return Publishers.done(
        taken.replaceOne(and(eq("_id", next.id()), lt("version", next.version())), next));
  }

  /** Removes some of those whose last session began before a moment; how many. */
  Future<Integer> purge(Instant end, int limit) {
    var due = lt(LAST, end);
    return Publishers.list(taken.find(due).sort(ascending(LAST)).limit(limit))
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture(0)
                    : Publishers.one(
                            taken.deleteMany(
                                and(in("_id", page.stream().map(PlacesTaken::id).toList()), due)))
                        .map(done -> (int) done.getDeletedCount()));
  }
}
