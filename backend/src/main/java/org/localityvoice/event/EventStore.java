package org.localityvoice.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
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

  /** Events of a locality, the latest change first, after one that changed then. */
  Future<List<Event>> ofLocality(String localityId, Optional<ListMark> after, int limit) {
    return read(stages(eq("localityId", localityId), after), limit, new ArrayList<>());
  }

  private Future<List<Event>> read(List<Bson> stages, int limit, List<Event> found) {
    if (stages.isEmpty() || found.size() == limit) {
      return Future.succeededFuture(found);
    }
    return Publishers.list(
            events
                .find(stages.get(0))
                .sort(descending("changedAt", "_id"))
                .limit(limit - found.size()))
        .compose(
            more -> {
              found.addAll(more);
              return read(stages.subList(1, stages.size()), limit, found);
            });
  }

  private static List<Bson> stages(Bson which, Optional<ListMark> after) {
    return after
        .map(
            mark ->
                List.of(
                    and(which, eq("changedAt", mark.at()), lt("_id", mark.id())),
                    and(which, lte("changedAt", mark.at().minusMillis(1)))))
        .orElse(List.of(which));
  }
}
