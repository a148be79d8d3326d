package org.localityvoice.event.takeup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Take-up as it is told, one document for each locality and quarter; found by their ids only. */
final class TakeUpStore {
  private static final String ID = "_id";

  private final MongoCollection<TakeUp> tables;

  TakeUpStore(Mongo mongo) {
    tables = mongo.collection(TakeUp.COLLECTION, TakeUp.class);
  }

  Future<Optional<TakeUp>> find(String id) {
    return Publishers.first(tables.find(eq(ID, id)));
  }

  /** Those of these ids that are there. */
  Future<List<TakeUp>> these(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(tables.find(in(ID, ids)).sort(ascending(ID)).limit(ids.size()));
  }

  /** Adds one; false when it was counted before, which stays. */
  Future<Boolean> add(TakeUp counted) {
    return Publishers.unlessTaken(tables.insertOne(counted));
  }
}
