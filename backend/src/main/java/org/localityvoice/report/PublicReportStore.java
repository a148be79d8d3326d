package org.localityvoice.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** What other systems read of reports: only those that everybody may see. */
final class PublicReportStore {
  private static final String LISTED = "publication.listed";
  private static final String SUBMITTED = "standing.submittedAt";
  private static final String CHANGED = "standing.changedAt";

  private final MongoCollection<Report> reports;

  PublicReportStore(Mongo mongo) {
    reports =
        mongo.collection(
            ReportStore.COLLECTION,
            Report.class,
            Index.on(LISTED, SUBMITTED, "_id"),
            Index.on(LISTED, CHANGED));
  }

  /** Those of these ids, in no order. */
  Future<List<Report>> find(Collection<String> ids) {
    return Publishers.list(reports.find(and(in("_id", ids), eq(LISTED, true))));
  }

  /** A page in the order they were submitted in, the oldest first. */
  Future<List<Report>> list(PublicReportQuery query, int skip, int limit) {
    return Publishers.list(
        reports.find(filter(query)).sort(ascending(SUBMITTED, "_id")).skip(skip).limit(limit));
  }

  private static Bson filter(PublicReportQuery query) {
    var all = new ArrayList<Bson>();
    all.add(eq(LISTED, true));
    all.add(gte(SUBMITTED, query.from()));
    all.add(lt(SUBMITTED, query.until()));
    all.add(in("standing.state", query.states().stream().map(Enum::name).toList()));
    if (!query.categories().isEmpty()) {
      all.add(in("category", query.categories()));
    }
    query.changedSince().ifPresent(since -> all.add(gte(CHANGED, since)));
    query
        .rectangle()
        .ifPresent(
            sides -> {
              all.add(gte("publication.latitude", sides.south()));
              all.add(lte("publication.latitude", sides.north()));
              all.add(gte("publication.longitude", sides.west()));
              all.add(lte("publication.longitude", sides.east()));
            });
    return and(all);
  }

  /** Hands over every report to which something has happened since, in no order. */
  Future<Void> changed(Instant since, Consumer<Report> consumer) {
    return Publishers.each(reports.find(and(eq(LISTED, true), gte(CHANGED, since))), consumer);
  }
}
