package org.localityvoice.event.planning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** How many places are taken, one document for each allotment; found by their ids only. */
final class PlacesTakenStore {
  static final String COLLECTION = "event_places_taken";

  private final MongoCollection<PlacesTaken> taken;

  PlacesTakenStore(Mongo mongo) {
    taken = mongo.collection(COLLECTION, PlacesTaken.class);
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
}
