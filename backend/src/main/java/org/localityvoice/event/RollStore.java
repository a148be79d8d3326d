package org.localityvoice.event;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Rolls, one document for each event. */
class RollStore {
  final MongoCollection<Roll> rolls;
  private final CompareAndSet compareAndSet;

  RollStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    rolls = mongo.collection("event_rolls", Roll.class);
  }

  /** Makes sure that an event has a roll. */
  Future<Void> open(String event) {
    return Publishers.first(rolls.find(eq("_id", event)))
        .map(Optional::isPresent)
        .compose(
            there ->
                there
                    ? Future.succeededFuture()
                    : Publishers.unlessTaken(rolls.insertOne(Roll.empty(event))).mapEmpty());
  }

  /** Changes a roll. A control leaves the guard out, to see that it matters. */
  <R> Future<R> change(String event, Function<Roll, Decision<Roll, R>> decide) {
    return compareAndSet.change(rolls, event, decide);
  }
}
