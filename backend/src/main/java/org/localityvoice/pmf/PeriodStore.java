package org.localityvoice.pmf;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
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

/** What is stated of each locality and period. */
final class PeriodStore {
  static final String COLLECTION = "pmf_periods";

  private final MongoCollection<PeriodFigures> periods;
  private final CompareAndSet changes;

  PeriodStore(Mongo mongo, CompareAndSet changes) {
    this.changes = changes;
    periods =
        mongo.collection(
            COLLECTION,
            PeriodFigures.class,
            Index.on("locality", "period"),
            Index.sparse("outboxSince"));
  }

  Future<Optional<PeriodFigures>> find(String id) {
    return Publishers.first(periods.find(eq("_id", id)));
  }

  /** A locality's latest periods up to this one, newest first. */
  Future<List<PeriodFigures>> upTo(String locality, String period, int limit) {
    return Publishers.list(
        periods
            .find(and(eq("locality", locality), lte("period", period)))
            .sort(descending("period"))
            .limit(limit));
  }

  /** Moves one on, from nothing if need be; an empty step changes nothing. */
  Future<Void> change(
      String locality, String period, Function<PeriodFigures, Optional<PeriodFigures>> step) {
    var id = PeriodFigures.id(locality, period);
    return find(id)
        .compose(
            found -> {
              if (found.isPresent()) {
                return Future.succeededFuture(true);
              }
              return step.apply(PeriodFigures.none(locality, period))
                  .map(first -> Publishers.unlessTaken(periods.insertOne(first)).map(in -> !in))
                  .orElseGet(() -> Future.succeededFuture(false));
            })
        .compose(
            there ->
                there
                    ? changes.<PeriodFigures, Boolean>change(
                        periods,
                        id,
                        seen ->
                            step.apply(seen)
                                .map(next -> Decision.replace(next, true))
                                .orElseGet(() -> Decision.keep(false)))
                    : Future.succeededFuture(false))
        .mapEmpty();
  }
}
