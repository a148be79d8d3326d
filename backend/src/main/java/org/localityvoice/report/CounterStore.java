package org.localityvoice.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Counters of reports, how far counting has come, and which reports wait for it. */
final class CounterStore {
  private static final String SINCE = "uncountedSince";
  private static final String FOLD = "reports";
  private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

  /** Asks for the field by a range, which the sparse index serves. */
  private static final Bson WAITING = gte(SINCE, Instant.EPOCH);

  private static final Bson ROW =
      include(
          "version", "locality", "category", "confidential", "standing", "boxes", "counted", SINCE);

  /**
   * How far counting has come.
   *
   * @param version counts the changes
   * @param batch number of the batch at hand, or of the last one
   * @param reports the batch; empty when it is done
   */
  public record Fold(@BsonId String id, long version, long batch, List<Recount> reports) {
    public Fold {
      reports = List.copyOf(reports);
    }

    Fold next(List<Recount> more) {
      return new Fold(id, version + 1, batch + 1, more);
    }

    Fold done() {
      return new Fold(id, version + 1, batch, List.of());
    }
  }

  private final MongoCollection<CountedRow> reports;
  private final MongoCollection<Counter> counters;
  private final MongoCollection<Fold> folds;

  CounterStore(Mongo mongo) {
    reports = mongo.collection(ReportStore.COLLECTION, CountedRow.class, Index.sparse(SINCE));
    counters = mongo.collection("reportCounters", Counter.class);
    folds = mongo.collection("reportFolds", Fold.class);
  }

  Future<Fold> fold() {
    return Publishers.first(folds.find(eq("_id", FOLD)))
        .map(found -> found.orElse(new Fold(FOLD, 0, 0, List.of())));
  }

  /** Moves counting on by one step; false when somebody else has moved it. */
  Future<Boolean> replace(Fold seen, Fold next) {
    if (seen.version() == 0) {
      return Publishers.unlessTaken(folds.insertOne(next));
    }
    var guard = and(eq("_id", FOLD), eq("version", seen.version()));
    return Publishers.one(folds.replaceOne(guard, next))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** The reports that have waited longest to be counted. */
  Future<List<CountedRow>> waiting(int limit) {
    return Publishers.list(
        reports.find(WAITING).projection(ROW).sort(ascending(SINCE)).limit(limit));
  }

  /** Adds a batch's sums to a counter, unless it has that batch already. */
  Future<Void> add(String counter, long batch, Map<String, Integer> sums) {
    List<Bson> changes = new ArrayList<>();
    changes.add(set("batch", batch));
    sums.forEach((key, sum) -> changes.add(inc("counts." + key, sum)));
    // A counter that has the batch is not found by the guard; the upsert then meets its key.
    return Publishers.unlessTaken(
            counters.updateOne(
                and(eq("_id", counter), lt("batch", batch)),
                Updates.combine(changes),
                new UpdateOptions().upsert(true)))
        .mapEmpty();
  }

  /**
   * Writes into each report of a batch what it is counted as now, unless this or a later batch has
   * done so. One that has not changed since no longer waits. The version moves on, so that no
   * writer puts the old values back.
   */
  Future<Void> mark(Fold fold) {
    return each(
            fold,
            (report, counted) ->
                new UpdateOneModel<>(
                    and(eq("version", report.version()), unmarked(fold, report)),
                    combine(counted, unset(SINCE))))
        .compose(
            done ->
                each(
                    fold,
                    (report, counted) -> new UpdateOneModel<>(unmarked(fold, report), counted)));
  }

  private static Bson unmarked(Fold fold, Recount report) {
    return and(eq("_id", report.report()), not(gte("counted.batch", fold.batch())));
  }

  private Future<Void> each(
      Fold fold, BiFunction<Recount, Bson, UpdateOneModel<CountedRow>> update) {
    return Publishers.done(
        reports.bulkWrite(
            fold.reports().stream()
                .map(
                    report ->
                        update.apply(
                            report,
                            combine(
                                set("counted", new Report.Counted(report.to(), fold.batch())),
                                inc("version", 1L))))
                .toList(),
            ANY_ORDER));
  }

  /** The counters of these ids that there are. */
  Future<List<Counter>> find(Collection<String> ids) {
    return Publishers.list(counters.find(in("_id", ids)));
  }

  /** The counters whose id begins like this, in order. */
  Future<List<Counter>> beginning(String prefix, int limit) {
    var after =
        prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
    return Publishers.list(
        counters
            .find(and(gte("_id", prefix), lt("_id", after)))
            .sort(ascending("_id"))
            .limit(limit));
  }

  /** Since when a report has waited to be counted; empty when none waits. */
  Future<Optional<Instant>> behindSince() {
    return waiting(1).map(found -> found.stream().findFirst().map(CountedRow::uncountedSince));
  }

  /** Hands over every counter; for checks. */
  Future<Void> eachCounter(Consumer<Counter> consumer) {
    return Publishers.each(counters.find(), consumer);
  }

  /** Hands over every report; for checks. */
  Future<Void> eachReport(Consumer<CountedRow> consumer) {
    return Publishers.each(reports.find().projection(ROW), consumer);
  }
}
