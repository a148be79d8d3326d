package org.localityvoice.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * What lists and maps read of reports. Each {@link Strand} has an index that holds it in the order
 * of its lists, so that every query here reads no more documents than it answers.
 */
final class ReportListStore {
  private static final String CHANGED = "-standing.changedAt";
  private static final Bson ROW =
      include(
          "locality",
          "category",
          "confidential",
          "submission.source",
          "standing",
          "publication.listed",
          "publication.latitude",
          "publication.longitude");

  private final MongoCollection<ReportRow> rows;
  private final MongoCollection<Report> reports;

  ReportListStore(Mongo mongo) {
    rows =
        mongo.collection(
            ReportStore.COLLECTION,
            ReportRow.class,
            Index.ordered("publication.listed", CHANGED, "-_id"),
            Index.ordered("locality", "publication.listed", CHANGED, "-_id"),
            Index.ordered("boxes", CHANGED, "-_id"),
            Index.ordered("boxes", "category", CHANGED, "-_id"),
            Index.on("locality", "standing.state", "standing.expectedBy", "_id"),
            Index.on("locality", "standing.state", "standing.submittedAt", "_id"),
            Index.on("locality", "standing.owner", "standing.state", "standing.expectedBy", "_id"));
    reports = mongo.collection(ReportStore.COLLECTION, Report.class);
  }

  /** The next rows of a strand. */
  Future<List<ReportRow>> read(
      Strand strand, ListOrder order, Optional<PageMark> after, int limit) {
    return read(
        stages(order, after).stream().map(stage -> and(filter(strand), stage)).toList(),
        order,
        limit,
        new ArrayList<>());
  }

  private Future<List<ReportRow>> read(
      List<Bson> stages, ListOrder order, int limit, List<ReportRow> found) {
    if (stages.isEmpty() || found.size() == limit) {
      return Future.succeededFuture(found);
    }
    var fields = List.of(order.field(), "_id");
    return Publishers.list(
            rows.find(stages.get(0))
                .projection(ROW)
                .sort(order.descending() ? descending(fields) : ascending(fields))
                .limit(limit - found.size()))
        .compose(
            more -> {
              found.addAll(more);
              return read(stages.subList(1, stages.size()), order, limit, found);
            });
  }

  /**
   * What comes after a mark, as conditions that an index serves from end to end: first the rest of
   * those with the same time, then the others. Stored times are whole milliseconds, so the next one
   * can be named; a bound that is left out might still be read, and many may share a time.
   */
  private static List<Bson> stages(ListOrder order, Optional<PageMark> after) {
    if (after.isEmpty()) {
      return List.of(new org.bson.BsonDocument());
    }
    var mark = after.get();
    var field = order.field();
    var same = eq(field, mark.at().orElse(null));
    if (order.descending()) {
      return List.of(
          and(same, lt("_id", mark.id())),
          lte(field, mark.at().orElse(Instant.EPOCH).minusMillis(1)));
    }
    // Every time there is comes after none.
    return List.of(
        and(same, gt("_id", mark.id())),
        gte(field, mark.at().map(at -> at.plusMillis(1)).orElse(Instant.EPOCH)));
  }

  private static Bson filter(Strand strand) {
    if (strand instanceof Strand.InLocality in) {
      return and(eq("locality", in.locality()), eq("publication.listed", true));
    } else if (strand instanceof Strand.InBox in) {
      var box = eq("boxes", in.box());
      return in.categories().isEmpty() ? box : and(box, in("category", in.categories()));
    } else if (strand instanceof Strand.Staff staff) {
      return and(eq("locality", staff.locality()), in("standing.state", staff.states()));
    } else if (strand instanceof Strand.Owned owned) {
      return and(
          eq("locality", owned.locality()),
          eq("standing.owner", owned.owner()),
          in("standing.state", owned.states()));
    }
    return eq("publication.listed", true);
  }

  /** The reports of these ids that there are, in any order. */
  Future<List<Report>> whole(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(reports.find(in("_id", ids)));
  }
}
