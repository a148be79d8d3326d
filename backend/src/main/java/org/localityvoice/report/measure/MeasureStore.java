package org.localityvoice.report.measure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.report.Report;

/** Reads the reports of a locality and a time, page by page, and keeps none of them. */
final class MeasureStore {
  private static final int PAGE = 500;
  private static final String LOCALITY = "locality";
  private static final String SUBMITTED = "standing.submittedAt";

  private final MongoCollection<MeasuredRow> rows;

  MeasureStore(Mongo mongo) {
    rows =
        mongo.collection(
            Report.COLLECTION, MeasuredRow.class, Index.on(LOCALITY, SUBMITTED, "_id"));
  }

  /**
   * Hands over every report that was made in the locality from one moment to before another.
   *
   * @param consumer called for one report after the other, on a thread of the driver
   */
  Future<Void> each(String locality, Instant from, Instant to, Consumer<MeasuredRow> consumer) {
    var wanted = and(eq(LOCALITY, locality), gte(SUBMITTED, from), lt(SUBMITTED, to));
    return page(wanted, consumer)
        .compose(
            last ->
                last.isEmpty()
                    ? Future.succeededFuture()
                    : more(locality, last.get(0), consumer)
                        // Stored times are whole milliseconds.
                        .compose(at -> each(locality, at.plusMillis(1), to, consumer)));
  }

  /** When the first report of a locality was made. */
  Future<Optional<Instant>> first(String locality) {
    return Publishers.first(
            rows.find(eq(LOCALITY, locality))
                .projection(include("category", "confidential", "log"))
                .sort(ascending(SUBMITTED, "_id"))
                .limit(1))
        .map(found -> found.map(MeasuredRow::submittedAt));
  }

  /** The rest of those made at the same moment as one of them; answers the moment. */
  private Future<Instant> more(String locality, MeasuredRow last, Consumer<MeasuredRow> consumer) {
    var at = last.submittedAt();
    var wanted = and(eq(LOCALITY, locality), eq(SUBMITTED, at), gt("_id", last.id()));
    return page(wanted, consumer)
        .compose(
            next ->
                next.isEmpty()
                    ? Future.succeededFuture(at)
                    : more(locality, next.get(0), consumer));
  }

  /** One page; answers its last row if it was full. */
  private Future<List<MeasuredRow>> page(Bson wanted, Consumer<MeasuredRow> consumer) {
    var seen = new Seen(consumer);
    return Publishers.each(
            rows.find(wanted)
                .projection(include("category", "confidential", "log"))
                .sort(ascending(SUBMITTED, "_id"))
                .limit(PAGE),
            seen)
        .map(done -> seen.last());
  }

  /** Counts a page and remembers its last row. */
  private static final class Seen implements Consumer<MeasuredRow> {
    private final Consumer<MeasuredRow> consumer;
    private final List<MeasuredRow> last = new ArrayList<>(1);
    private int count;

    Seen(Consumer<MeasuredRow> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void accept(MeasuredRow row) {
      count++;
      last.clear();
      last.add(row);
      consumer.accept(row);
    }

    List<MeasuredRow> last() {
      return count == PAGE ? last : List.of();
    }
  }
}
