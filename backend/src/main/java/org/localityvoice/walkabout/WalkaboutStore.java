package org.localityvoice.walkabout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
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

/** Walkabouts, each one document. */
final class WalkaboutStore {
  private static final String ID = "_id";
  private static final String LOCALITY = "localityId";
  private static final String STARTS_AT = "plan.startsAt";
  private static final String REWALK_OF = "rewalkOf";
  private static final String PRUNE_AT = "pruneAt";
  private static final String NAMED = "named";

  /** There may be thousands of grades in one. */
  private static final Bson OUTLINE = exclude("noted.grades", "noted.removed", "noted.settlements");

  private final MongoCollection<Walkabout> walkabouts;
  private final CompareAndSet compareAndSet;

  WalkaboutStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    walkabouts =
        mongo.collection(
            Walkabout.COLLECTION,
            Walkabout.class,
            Index.ordered(LOCALITY, "-" + STARTS_AT, "-" + ID),
            Index.sparse(REWALK_OF),
            Index.ordered(NAMED, ID),
            Index.sparse(PRUNE_AT));
  }

  Future<Optional<Walkabout>> find(String id) {
    return Publishers.first(walkabouts.find(eq(ID, id)));
  }

  /** Those of these ids, without their grades; what is not there is left out. */
  Future<List<Walkabout>> outlines(Collection<String> ids) {
    return Publishers.list(walkabouts.find(in(ID, ids)).projection(OUTLINE).sort(ascending(ID)));
  }

  /** Adds one; false when its id is taken. */
  Future<Boolean> add(Walkabout walkabout) {
    return Publishers.unlessTaken(walkabouts.insertOne(walkabout));
  }

  /** The same as {@link #change} for decisions that look through everything. */
  <R> Future<R> changeSlowly(String id, Function<Walkabout, Decision<Walkabout, R>> decide) {
    return compareAndSet.changeSlowly(walkabouts, id, decide);
  }

  <R> Future<R> change(String id, Function<Walkabout, Decision<Walkabout, R>> decide) {
    return compareAndSet.change(walkabouts, id, decide);
  }

  /** Those of a locality, the latest first, after one that starts then; without their grades. */
  Future<List<Walkabout>> outlines(String locality, Optional<ListMark> after, int limit) {
    return Publishers.list(
        walkabouts
            .find(after(locality, after))
            .projection(OUTLINE)
            .sort(descending(STARTS_AT, ID))
            .limit(limit));
  }

  /** Those of a locality, the latest first, after one that starts then. */
  Future<List<Walkabout>> ofLocality(String locality, Optional<ListMark> after, int limit) {
    return Publishers.list(
        walkabouts.find(after(locality, after)).sort(descending(STARTS_AT, ID)).limit(limit));
  }

  private static Bson after(String locality, Optional<ListMark> after) {
    var all = eq(LOCALITY, locality);
    return after.map(mark -> and(all, mark.before(STARTS_AT))).orElse(all);
  }

  /** Those that repeat one of these, without their grades. */
  Future<List<Walkabout>> rewalkOutlines(Collection<String> ids, int limit) {
    return Publishers.list(
        walkabouts
            .find(in(REWALK_OF, ids))
            .projection(OUTLINE)
            .sort(ascending(REWALK_OF))
            .limit(limit));
  }

  /** Those that repeat one of these. */
  Future<List<Walkabout>> rewalksOf(Collection<String> ids, int limit) {
    return Publishers.list(
        walkabouts.find(in(REWALK_OF, ids)).sort(ascending(REWALK_OF)).limit(limit));
  }

  /** Those planned for before a time in which people are named, the earliest first; outlines. */
  Future<List<Walkabout>> named(Instant before, Optional<ListMark> after, int limit) {
    var due = lt(NAMED, before);
    return Publishers.list(
        walkabouts
            .find(after.map(mark -> and(due, mark.after(NAMED))).orElse(due))
            .projection(OUTLINE)
            .sort(ascending(NAMED, ID))
            .limit(limit));
  }

  /** Those with tombstones that may go. */
  Future<List<Walkabout>> toPrune(Instant now, int limit) {
    return Publishers.list(
        walkabouts.find(lte(PRUNE_AT, now)).sort(ascending(PRUNE_AT)).limit(limit));
  }
}
