package org.localityvoice.event.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Rows about registrations, as far as they have been kept long enough. */
class PastRegistrationStore {
  private static final String ID = "_id";
  private static final String REASON = "stand.reason";
  private static final String STARTS_AT = "visit.startsAt";
  private static final String ENDS_AT = "visit.endsAt";
  private static final String WAITING_SINCE = "outboxSince";

  private final MongoCollection<Registration> rows;

  PastRegistrationStore(Mongo mongo) {
    rows =
        mongo.collection(
            Registration.COLLECTION,
            Registration.class,
            Index.on(STARTS_AT, ID),
            Index.on(REASON, ENDS_AT, ID));
  }

  /** Rows of a kind that are of before a moment, in a fixed order, from after one on. */
  Future<List<Registration>> overdue(
      Overdue kind, Instant before, Optional<Registration> after, int limit) {
    var all = which(kind, before);
    var order = kind == Overdue.PAST ? STARTS_AT : ENDS_AT;
    var which =
        after.map(one -> and(all, new ListMark(at(kind, one), one.id()).after(order))).orElse(all);
    return Publishers.list(rows.find(which).sort(ascending(order, ID)).limit(limit));
  }

  /**
   * Removes some of them, as far as they are so still.
   *
   * @param stale what people have not been told since then they need not be told any more
   * @return how many were removed
   */
  Future<Integer> remove(Overdue kind, Instant before, List<Registration> some, Instant stale) {
    var ids = some.stream().map(Registration::id).toList();
    return ids.isEmpty()
        ? Future.succeededFuture(0)
        : Publishers.one(
                rows.deleteMany(
                    and(
                        in(ID, ids),
                        which(kind, before),
                        or(exists(WAITING_SINCE, false), lte(WAITING_SINCE, stale)))))
            .map(done -> (int) done.getDeletedCount());
  }

  /** Whether one of these rows is there. */
  Future<Boolean> any(Collection<String> ids) {
    return Publishers.first(rows.find(in(ID, ids))).map(Optional::isPresent);
  }

  private static Bson which(Overdue kind, Instant before) {
    return switch (kind) {
      case IN_VAIN -> and(eq(REASON, EndReason.NOT_SERVED.name()), lte(ENDS_AT, before));
      case RELEASED -> and(eq(REASON, EndReason.RELEASED.name()), lte("since", before));
      case LAPSED -> and(eq(REASON, EndReason.HOLD_LAPSED.name()), lte("since", before));
      case PAST -> lt(STARTS_AT, before);
    };
  }

  private static Instant at(Overdue kind, Registration row) {
    return kind == Overdue.PAST ? row.visit().startsAt() : row.visit().endsAt();
  }
}
