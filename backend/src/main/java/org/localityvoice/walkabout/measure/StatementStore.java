package org.localityvoice.walkabout.measure;

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

/** Statements about walkabouts; a locality and period has one of each revision. */
final class StatementStore {
  static final String COLLECTION = "walkabout_statements";

  private static final int MOST = 100;
  private static final String LOCALITY = "locality";
  private static final String PERIOD = "period";
  private static final String REVISION = "revision";

  private final MongoCollection<WalkaboutStatement> statements;
  private final CompareAndSet compareAndSet;

  StatementStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    statements =
        mongo.collection(
            COLLECTION,
            WalkaboutStatement.class,
            Index.unique(LOCALITY, PERIOD, REVISION),
            Index.sparse("outboxSince"));
  }

  Future<Optional<WalkaboutStatement>> find(String id) {
    return Publishers.first(statements.find(eq("_id", id)));
  }

  /** The latest statement of a locality and period. */
  Future<Optional<WalkaboutStatement>> latest(String locality, String period) {
    return Publishers.first(
        statements
            .find(and(eq(LOCALITY, locality), eq(PERIOD, period)))
            .sort(descending(REVISION))
            .limit(1));
  }

  /** The latest statements of a locality, newest period and revision first. */
  Future<List<WalkaboutStatement>> of(String locality) {
    return Publishers.list(
        statements.find(eq(LOCALITY, locality)).sort(descending(PERIOD, REVISION)).limit(MOST));
  }

  /** Adds a statement; false when its id or its revision is taken. */
  Future<Boolean> add(WalkaboutStatement statement) {
    return Publishers.unlessTaken(statements.insertOne(statement));
  }

  <R> Future<R> change(
      String id, Function<WalkaboutStatement, Decision<WalkaboutStatement, R>> decide) {
    return compareAndSet.change(statements, id, decide);
  }
}
