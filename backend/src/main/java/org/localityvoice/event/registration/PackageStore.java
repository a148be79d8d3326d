package org.localityvoice.event.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Packages, one document each. */
class PackageStore {
  private static final String ID = "_id";
  private static final String PHASE = "phase";
  private static final String SINCE = "since";
  private static final String UNFINISHED = "unfinishedSince";

  private final MongoCollection<AllDates> packages;
  private final CompareAndSet compareAndSet;

  PackageStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    packages =
        mongo.collection(
            AllDates.COLLECTION,
            AllDates.class,
            Index.sparse(UNFINISHED),
            Index.on(PHASE, SINCE, ID));
  }

  Future<Optional<AllDates>> find(String id) {
    return Publishers.first(packages.find(eq("_id", id)));
  }

  /** Adds a package; false when its id is taken. */
  Future<Boolean> add(AllDates one) {
    return Publishers.unlessTaken(packages.insertOne(one));
  }

  <R> Future<R> change(String id, Function<AllDates, Decision<AllDates, R>> decide) {
    return compareAndSet.change(packages, id, decide);
  }

  /** Those that have been on their way since before then, the longest first. */
  Future<List<AllDates>> unfinished(Instant before, int limit) {
    return Publishers.list(
        packages
            .find(and(gte(UNFINISHED, Instant.EPOCH), lte(UNFINISHED, before)))
            .sort(ascending(UNFINISHED))
            .limit(limit));
  }

  /** Those in a phase that were asked for before then, the oldest first, from after one on. */
  Future<List<AllDates>> arrived(
      AllDates.Phase phase, Instant before, Optional<AllDates> after, int limit) {
    var all = and(eq(PHASE, phase.name()), lte(SINCE, before));
    var which =
        after.map(one -> and(all, new ListMark(one.since(), one.id()).after(SINCE))).orElse(all);
    return Publishers.list(packages.find(which).sort(ascending(SINCE, ID)).limit(limit));
  }

  /** Removes packages that have arrived; how many were there. */
  Future<Integer> remove(List<AllDates> some) {
    var ids = some.stream().map(AllDates::id).toList();
    return ids.isEmpty()
        ? Future.succeededFuture(0)
        : Publishers.one(packages.deleteMany(and(in(ID, ids), exists(UNFINISHED, false))))
            .map(done -> (int) done.getDeletedCount());
  }
}
