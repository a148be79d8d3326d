package org.localityvoice.perception;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The ledgers, one for each wave. Restricted like cells: they hold counts. */
final class LedgerStore {
  private final MongoCollection<Ledger> ledgers;
  private final CompareAndSet compareAndSet;

  LedgerStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    ledgers = mongo.collection("ledgers", Ledger.class);
  }

  Future<Optional<Ledger>> find(String wave) {
    return Publishers.first(ledgers.find(eq("_id", wave)));
  }

  /** Changes a wave's ledger, which begins empty. An audit may take a second of computing. */
  <R> Future<R> change(String wave, Function<Ledger, Decision<Ledger, R>> decide) {
    return find(wave)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(true)
                    : Publishers.unlessTaken(ledgers.insertOne(Ledger.empty(wave))))
        .compose(there -> compareAndSet.changeSlowly(ledgers, wave, decide));
  }
}
