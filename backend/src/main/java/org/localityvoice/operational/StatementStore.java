package org.localityvoice.operational;

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

/** The statements of one source; a locality and period has one of each revision. */
final class StatementStore<S extends Statement> {
  private static final int MOST = 100;
  private static final String LOCALITY = "locality";
  private static final String PERIOD = "period";
  private static final String REVISION = "revision";

  private final MongoCollection<S> statements;
  private final CompareAndSet compareAndSet;

  StatementStore(Mongo mongo, CompareAndSet compareAndSet, String collection, Class<S> type) {
    this.compareAndSet = compareAndSet;
    statements =
        mongo.collection(
            collection,
            type,
            Index.unique(LOCALITY, PERIOD, REVISION),
            Index.sparse("outboxSince"));
  }

  Future<Optional<S>> find(String id) {
    return Publishers.first(statements.find(eq("_id", id)));
  }

  /** The latest statement of a locality and period. */
  Future<Optional<S>> latest(String locality, String period) {
    return Publishers.first(
        statements
            .find(and(eq(LOCALITY, locality), eq(PERIOD, period)))
            .sort(descending(REVISION))
            .limit(1));
  }

  /** The latest statements of a locality, newest period and revision first. */
  Future<List<S>> of(String locality) {
    return Publishers.list(
        statements.find(eq(LOCALITY, locality)).sort(descending(PERIOD, REVISION)).limit(MOST));
  }

  /** Adds a statement; false when its id or its revision is taken. */
  Future<Boolean> add(S statement) {
    return Publishers.unlessTaken(statements.insertOne(statement));
  }

  <R> Future<R> change(String id, Function<S, Decision<S, R>> decide) {
    return compareAndSet.change(statements, id, decide);
  }
}
