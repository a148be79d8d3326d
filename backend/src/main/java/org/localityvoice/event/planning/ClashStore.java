package org.localityvoice.event.planning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
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

/** Clashes, each one document. */
final class ClashStore {
  private static final String STATE = "state";
  private static final String STARTS_AT = "startsAt";
  private static final Bson BY_START = ascending(STARTS_AT, "_id");
  private static final List<String> STANDING =
      List.of(ClashState.OPEN.name(), ClashState.RESOLVED.name());

  private final MongoCollection<Clash> clashes;
  private final CompareAndSet compareAndSet;

  ClashStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    clashes =
        mongo.collection(
            Clash.COLLECTION,
            Clash.class,
            Index.sparse("outboxSince"),
            Index.sparse("wakeAt"),
            Index.on(STARTS_AT),
            Index.on("sides.session", STATE, "_id"),
            Index.on("sides.event", STATE, STARTS_AT, "_id"),
            Index.on("pair", STATE, STARTS_AT, "_id"),
            Index.on("localities", STATE, STARTS_AT, "_id"));
  }

  Future<Optional<Clash>> find(String id) {
    return Publishers.first(clashes.find(eq("_id", id)));
  }

  /** Clashes of a session that are not gone, in the order of their ids. */
  Future<List<Clash>> standingOf(String session, int limit) {
    return Publishers.list(
        clashes
            .find(and(eq("sides.session", session), in(STATE, STANDING)))
            .sort(ascending("_id"))
            .limit(limit));
  }

  /**
   * Clashes of a locality in a state, by when the first of the sessions starts.
   *
   * @param pair only those of these two events
   */
  Future<List<Clash>> page(
      String locality,
      ClashState state,
      Optional<String> pair,
      Optional<ListMark> after,
      int limit) {
    var place = and(eq("localities", locality), eq(STATE, state.name()));
    return page(pair.map(id -> and(place, eq("pair", id))).orElse(place), after, limit);
  }

  /** Clashes of an event in a state, by when the first of the sessions starts. */
  Future<List<Clash>> ofEvent(String event, ClashState state, Optional<ListMark> after, int limit) {
    return page(and(eq("sides.event", event), eq(STATE, state.name())), after, limit);
  }

  private Future<List<Clash>> page(Bson which, Optional<ListMark> after, int limit) {
    if (after.isEmpty()) {
      return read(List.of(which), limit, new ArrayList<>());
    }
    // First the rest of those that start at the same time, then the others.
    var mark = after.get();
    return read(
        List.of(
            and(which, eq(STARTS_AT, mark.at()), gt("_id", mark.id())),
            and(which, gt(STARTS_AT, mark.at()))),
        limit,
        new ArrayList<>());
  }

  private Future<List<Clash>> read(List<Bson> stages, int limit, List<Clash> found) {
    if (stages.isEmpty() || found.size() == limit) {
      return Future.succeededFuture(found);
    }
    return Publishers.list(clashes.find(stages.get(0)).sort(BY_START).limit(limit - found.size()))
        .compose(
            more -> {
              found.addAll(more);
              return read(stages.subList(1, stages.size()), limit, found);
            });
  }

  /** What time alone will change by now, the longest due first. */
  Future<List<Clash>> due(Instant now, int limit) {
    return Publishers.list(clashes.find(lte("wakeAt", now)).sort(ascending("wakeAt")).limit(limit));
  }

  /** Removes some of the clashes whose first session began before a moment; returns how many. */
  Future<Integer> purge(Instant end, int limit) {
    return Publishers.list(clashes.find(lt(STARTS_AT, end)).sort(ascending(STARTS_AT)).limit(limit))
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture(0)
                    : Publishers.done(
                            clashes.deleteMany(in("_id", page.stream().map(Clash::id).toList())))
                        .map(page.size()));
  }

  /** Adds a clash; false when it is there. */
  Future<Boolean> add(Clash clash) {
    return Publishers.unlessTaken(clashes.insertOne(clash));
  }

  Future<Clash> change(String id, Function<Clash, Decision<Clash, Clash>> decide) {
    return compareAndSet.change(clashes, id, decide);
  }
}
