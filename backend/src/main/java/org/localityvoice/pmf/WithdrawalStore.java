package org.localityvoice.pmf;

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

/** Withdrawals, proposed and decided. */
final class WithdrawalStore {
  static final String COLLECTION = "pmf_withdrawals";

  private static final int MOST = 100;

  private final MongoCollection<Withdrawal> withdrawals;
  private final CompareAndSet changes;

  WithdrawalStore(Mongo mongo, CompareAndSet changes) {
    this.changes = changes;
    withdrawals =
        mongo.collection(
            COLLECTION,
            Withdrawal.class,
            Index.on("locality", "proposedAt"),
            Index.sparse("outboxSince"));
  }

  Future<Optional<Withdrawal>> find(String id) {
    return Publishers.first(withdrawals.find(eq("_id", id)));
  }

  /** The latest of a locality, newest first. */
  Future<List<Withdrawal>> of(String locality) {
    return Publishers.list(
        withdrawals.find(eq("locality", locality)).sort(descending("proposedAt")).limit(MOST));
  }

  /** Adds one; false when its id is taken. */
  Future<Boolean> add(Withdrawal one) {
    return Publishers.unlessTaken(withdrawals.insertOne(one));
  }

  <R> Future<R> change(String id, Function<Withdrawal, Decision<Withdrawal, R>> decide) {
    return changes.change(withdrawals, id, decide);
  }
}
