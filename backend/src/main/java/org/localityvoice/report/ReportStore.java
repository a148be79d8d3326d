package org.localityvoice.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Reports, each one document. The queries of lists and maps are in {@link ReportListStore}. */
final class ReportStore {
  static final String COLLECTION = Report.COLLECTION;

  private final MongoCollection<Report> reports;
  private final CompareAndSet compareAndSet;

  ReportStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    reports =
        mongo.collection(
            COLLECTION,
            Report.class,
            Index.sparse("wakeAt"),
            Index.sparse("outboxSince"),
            Index.ordered("affected.uid", "-standing.submittedAt", "-_id"));
  }

  Future<Optional<Report>> find(String id) {
    return Publishers.first(reports.find(eq("_id", id)));
  }

  /** Adds a report; false when its id is taken. */
  Future<Boolean> add(Report report) {
    return Publishers.unlessTaken(reports.insertOne(report));
  }

  <R> Future<R> change(String id, Function<Report, Decision<Report, R>> decide) {
    return compareAndSet.change(reports, id, decide);
  }

  /** Reports whose time has come, the longest waiting first. */
  Future<List<Report>> awake(Instant now, int limit) {
    return Publishers.list(reports.find(lte("wakeAt", now)).sort(ascending("wakeAt")).limit(limit));
  }

  /** What a person reported or joined, newest first, from there on. */
  Future<List<Report>> of(String uid, Optional<ReportCursor> from, int limit) {
    var theirs = eq("affected.uid", uid);
    return Publishers.list(
        reports
            .find(from.map(cursor -> and(theirs, upTo(cursor))).orElse(theirs))
            .sort(orderBy(descending("standing.submittedAt"), descending("_id")))
            .limit(limit));
  }

  private static Bson upTo(ReportCursor cursor) {
    var time = "standing.submittedAt";
    return or(lt(time, cursor.at()), and(eq(time, cursor.at()), lte("_id", cursor.id())));
  }
}
