package org.localityvoice.pmf.adverse;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Reports of adverse movements; a locality and period has one. */
final class AdverseStore {
  static final String COLLECTION = "pmf_adverse";

  private final MongoCollection<AdverseReport> reports;
  private final CompareAndSet changes;

  AdverseStore(Mongo mongo, CompareAndSet changes) {
    this.changes = changes;
    reports =
        mongo.collection(
            COLLECTION,
            AdverseReport.class,
            Index.on("locality", "period"),
            Index.sparse("outboxSince"));
  }

  /** The latest reports of some localities, newest period first. */
  Future<List<AdverseReport>> of(Collection<String> localities, int limit) {
    return Publishers.list(
        reports.find(in("locality", localities)).sort(descending("period")).limit(limit));
  }

  /** Replaces a report by its next version; the first one is made of nothing. */
  Future<Void> change(AdverseReport none, UnaryOperator<AdverseReport> step) {
    return Publishers.first(reports.find(eq("_id", none.id())))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(false)
                    : Publishers.unlessTaken(reports.insertOne(step.apply(none))))
        .compose(
            fresh ->
                fresh
                    ? Future.<Void>succeededFuture()
                    : changes
                        .<AdverseReport, Boolean>change(
                            reports, none.id(), seen -> Decision.replace(step.apply(seen), true))
                        .mapEmpty());
  }
}
