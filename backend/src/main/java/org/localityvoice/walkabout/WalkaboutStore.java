package org.localityvoice.walkabout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Walkabouts, each one document. */
final class WalkaboutStore {
  private static final String ID = "_id";
  private static final String LOCALITY = "localityId";
  private static final String STARTS_AT = "plan.startsAt";
  private static final String REWALK_OF = "rewalkOf";
  private static final String PRUNE_AT = "pruneAt";

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
            Index.sparse(PRUNE_AT));
  }

  Future<Optional<Walkabout>> find(String id) {
    return Publishers.first(walkabouts.find(eq(ID, id)));
  }

  /** Those of these ids; what is not there is left out. */
  Future<List<Walkabout>> find(Collection<String> ids) {
    return Publishers.list(walkabouts.find(in(ID, ids)).sort(ascending(ID)));
  }

  /** Adds one; false when its id is taken. */
  Future<Boolean> add(Walkabout walkabout) {
    return Publishers.unlessTaken(walkabouts.insertOne(walkabout));
  }

  <R> Future<R> change(String id, Function<Walkabout, Decision<Walkabout, R>> decide) {
    return compareAndSet.change(walkabouts, id, decide);
  }

  /** Those of a locality, the latest first, after one that starts then. */
  Future<List<Walkabout>> ofLocality(String locality, Optional<Marks.Mark> after, int limit) {
    var all = eq(LOCALITY, locality);
    var which =
        after
            .map(
                mark ->
                    and(
                        all,
                        or(
                            lt(STARTS_AT, mark.at()),
                            and(eq(STARTS_AT, mark.at()), lt(ID, mark.id())))))
            .orElse(all);
    return Publishers.list(walkabouts.find(which).sort(descending(STARTS_AT, ID)).limit(limit));
  }

  /** Those that repeat one of these. */
  Future<List<Walkabout>> rewalksOf(Collection<String> ids, int limit) {
    return Publishers.list(
        walkabouts.find(in(REWALK_OF, ids)).sort(ascending(REWALK_OF)).limit(limit));
  }

  /** Those with tombstones that may go. */
  Future<List<Walkabout>> toPrune(Instant now, int limit) {
    return Publishers.list(
        walkabouts.find(lte(PRUNE_AT, now)).sort(ascending(PRUNE_AT)).limit(limit));
  }
}
