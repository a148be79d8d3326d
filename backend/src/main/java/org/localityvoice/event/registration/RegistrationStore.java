package org.localityvoice.event.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Slot;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.event.registration.Stand.State;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Rows about registrations, one document each. */
class RegistrationStore {
  private static final String ID = "_id";
  private static final String PARTICIPANTS = "participants";
  private static final String STARTS_AT = "visit.startsAt";
  private static final String SESSION = "visit.session";
  private static final String STATE = "stand.state";
  private static final String DUE_AT = "dueAt";
  private static final String PENDING = "asking.pendingSince";
  private static final List<String> GIVEN_UP =
      List.of(EndReason.RELEASED.name(), EndReason.HOLD_LAPSED.name());
  private static final List<String> EXPECTED =
      List.of(State.PLACED.name(), State.OFFERED.name(), State.HELD.name());
  private static final String ACCOUNT = "account";
  private static final String ENDS_AT = "visit.endsAt";
  private static final List<String> HELD =
      Stream.of(State.ASKED, State.PLACED, State.WAITING, State.OFFERED, State.HELD)
          .map(State::name)
          .toList();
  private static final List<String> LIVE =
      Stream.of(State.values()).filter(State::live).map(State::name).toList();
  private static final List<String> UNSEEN = List.of(State.ASKED.name(), State.GONE.name());

  private final MongoCollection<Registration> rows;
  private final MongoCollection<BsonDocument> plain;
  private final CompareAndSet compareAndSet;

  RegistrationStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    rows =
        mongo.collection(
            Registration.COLLECTION,
            Registration.class,
            Index.on(PARTICIPANTS, STARTS_AT, ID),
            Index.on(SESSION, ID),
            Index.on(ACCOUNT, ENDS_AT),
            Index.sparse(DUE_AT),
            Index.sparse(PENDING),
            Index.sparse("outboxSince"));
    plain = mongo.collection(Registration.COLLECTION, BsonDocument.class);
  }

  Future<Optional<Registration>> find(String id) {
    return Publishers.first(rows.find(eq(ID, id)));
  }

  /** Adds a row; false when its id is taken. */
  Future<Boolean> add(Registration row) {
    return Publishers.unlessTaken(rows.insertOne(row));
  }

  <R> Future<R> change(String id, Function<Registration, Decision<Registration, R>> decide) {
    return compareAndSet.change(rows, id, decide);
  }

  /** Removes a row that is as it was seen. */
  Future<Void> remove(Registration seen) {
    return Publishers.done(rows.deleteOne(and(eq(ID, seen.id()), eq("version", seen.version()))));
  }

  /** Those of some participants in sessions that are not over, by start. */
  Future<List<Registration>> coming(
      Collection<String> participants, Instant now, Optional<ListMark> after, int limit) {
    var wanted =
        and(
            in(PARTICIPANTS, participants),
            nin(STATE, UNSEEN),
            nin("stand.reason", GIVEN_UP),
            gt(STARTS_AT, now.minus(Slot.LONGEST)),
            gt(ENDS_AT, now));
    var from = after.map(mark -> and(wanted, mark.after(STARTS_AT))).orElse(wanted);
    return Publishers.list(rows.find(from).sort(ascending(STARTS_AT, ID)).limit(limit));
  }

  /**
   * How many places an account has, waits for or is just asking for in sessions that are not over,
   * counted up to so many registrations.
   */
  Future<Integer> ahead(String account, Instant now, int most) {
    var wanted = and(eq(ACCOUNT, account), gt(ENDS_AT, now), in(STATE, HELD));
    return Publishers.list(
            plain
                .find(wanted)
                .projection(include(PARTICIPANTS))
                .sort(ascending(ENDS_AT))
                .limit(most))
        .map(found -> found.stream().mapToInt(row -> row.getArray(PARTICIPANTS).size()).sum());
  }

  /** Those of them that have not ended, by start. */
  Future<List<Registration>> live(Collection<String> participants, Instant now, int limit) {
    var wanted =
        and(
            in(PARTICIPANTS, participants),
            in(STATE, LIVE),
            gt(STARTS_AT, now.minus(Slot.LONGEST)),
            gt(ENDS_AT, now));
    return Publishers.list(rows.find(wanted).sort(ascending(STARTS_AT, ID)).limit(limit));
  }

  /** Those in sessions that are over, the latest first. */
  Future<List<Registration>> over(
      Collection<String> participants, Instant now, Optional<ListMark> after, int limit) {
    var wanted =
        and(
            in(PARTICIPANTS, participants),
            nin(STATE, UNSEEN),
            nin("stand.reason", GIVEN_UP),
            lte(STARTS_AT, now),
            lte(ENDS_AT, now));
    var from = after.map(mark -> and(wanted, mark.before(STARTS_AT))).orElse(wanted);
    return Publishers.list(rows.find(from).sort(descending(STARTS_AT, ID)).limit(limit));
  }

  /** Those with places, real or promised, or cancelled with their sessions, in a time, by start. */
  Future<List<Registration>> expected(
      Collection<String> participants, Instant from, Instant to, int limit) {
    var wanted =
        and(
            in(PARTICIPANTS, participants),
            gte(STARTS_AT, from),
            lt(STARTS_AT, to),
            or(in(STATE, EXPECTED), eq("stand.reason", EndReason.SESSION_CANCELLED.name())));
    return Publishers.list(rows.find(wanted).sort(ascending(STARTS_AT, ID)).limit(limit));
  }

  /** All of a participant, whatever has become of them, by start. */
  Future<List<Registration>> ever(String participant, Optional<ListMark> after, int limit) {
    var all = eq(PARTICIPANTS, participant);
    var from = after.map(mark -> and(all, mark.after(STARTS_AT))).orElse(all);
    return Publishers.list(rows.find(from).sort(ascending(STARTS_AT, ID)).limit(limit));
  }

  /** Those in a session, in the order of their ids, from after one on. */
  Future<List<Registration>> ofSession(String session, String after, int limit) {
    return Publishers.list(
        rows.find(and(eq(SESSION, session), gt(ID, after))).sort(ascending(ID)).limit(limit));
  }

  /** Those in a session of whom people are reminded at other times than these. */
  Future<List<Registration>> remindedOtherwise(
      String session, @Nullable List<Integer> minutes, String after, int limit) {
    var wanted =
        and(
            eq(SESSION, session),
            gt(ID, after),
            ne("visit.remindMinutes", minutes),
            ne(STATE, State.ENDED.name()));
    return Publishers.list(rows.find(wanted).sort(ascending(ID)).limit(limit));
  }

  /** Those that somebody has to be told of, whoever waits longest first. */
  Future<List<Registration>> due(Instant now, int limit) {
    return Publishers.list(rows.find(lte(DUE_AT, now)).sort(ascending(DUE_AT)).limit(limit));
  }

  /** Those with a request that began before then and has not been seen to end. */
  Future<List<Registration>> cutOff(Instant before, int limit) {
    return Publishers.list(
        rows.find(and(gte(PENDING, Instant.EPOCH), lte(PENDING, before)))
            .sort(ascending(PENDING))
            .limit(limit));
  }
}
