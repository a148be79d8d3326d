package org.localityvoice.event;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Events, each one document. */
final class EventStore {
  private final MongoCollection<Event> events;
  private final CompareAndSet compareAndSet;

  EventStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    events =
        mongo.collection(
            Event.COLLECTION,
            Event.class,
            Index.sparse("outboxSince"),
            Index.ordered("localityId", "-changedAt", "-_id"));
  }

  Future<Optional<Event>> find(String id) {
    return Publishers.first(events.find(eq("_id", id)));
  }

  /** Adds an event; false when its id is taken. */
  Future<Boolean> add(Event event) {
    return Publishers.unlessTaken(events.insertOne(event));
  }

  <R> Future<R> change(String id, Function<Event, Decision<Event, R>> decide) {
    return compareAndSet.change(events, id, decide);
  }
}
