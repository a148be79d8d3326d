package org.localityvoice.pmf.catalogue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Values that staff have entered; measure, locality and period have one of each revision. */
final class CouncilValueStore {
  static final String COLLECTION = "pmf_council_values";

  private static final int MOST = 200;
  private static final String LOCALITY = "locality";
  private static final String MEASURE = "measure";
  private static final String PERIOD = "period";
  private static final String REVISION = "revision";

  private final MongoCollection<CouncilValue> values;
  private final CompareAndSet compareAndSet;

  CouncilValueStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    values =
        mongo.collection(
            COLLECTION,
            CouncilValue.class,
            Index.unique(LOCALITY, MEASURE, PERIOD, REVISION),
            Index.ordered(LOCALITY, "-" + PERIOD, "-" + REVISION),
            Index.sparse("outboxSince"));
  }

  Future<Optional<CouncilValue>> find(String id) {
    return Publishers.first(values.find(eq("_id", id)));
  }

  /** The latest revision of a measure in a locality and period. */
  Future<Optional<CouncilValue>> latest(String locality, String measure, String period) {
    return Publishers.first(
        values
            .find(and(eq(LOCALITY, locality), eq(MEASURE, measure), eq(PERIOD, period)))
            .sort(descending(REVISION))
            .limit(1));
  }

  /** The latest values of a locality, newest period first. */
  Future<List<CouncilValue>> of(String locality) {
    return Publishers.list(
        values.find(eq(LOCALITY, locality)).sort(descending(PERIOD, REVISION)).limit(MOST));
  }

  /** Adds a value; false when its id or its revision is taken. */
  Future<Boolean> add(CouncilValue value) {
    return Publishers.unlessTaken(values.insertOne(value));
  }

  <R> Future<R> change(String id, Function<CouncilValue, Decision<CouncilValue, R>> decide) {
    return compareAndSet.change(values, id, decide);
  }
}
