package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Participants, one document each. An account is at most one of them. */
final class ParticipantStore {
  static final String COLLECTION = "participants";

  private static final String HOME = "details.homeLocality";
  private static final String REMOVED = "removedAt";
  private static final String WITHDRAWN = "firstWithdrawn";

  private final MongoCollection<Participant> participants;
  private final CompareAndSet compareAndSet;

  ParticipantStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    participants =
        mongo.collection(
            COLLECTION,
            Participant.class,
            Index.uniqueWhereThere("uid"),
            Index.on("keys", "_id"),
            Index.sparse("adultOn"),
            Index.sparse("heldSince"),
            Index.on(REMOVED, "_id"),
            Index.on(WITHDRAWN, "_id"));
  }

  Future<Optional<Participant>> find(String id) {
    return Publishers.first(participants.find(eq("_id", id)));
  }

  /** The profile that an account is. */
  Future<Optional<Participant>> self(String uid) {
    return Publishers.first(participants.find(eq("uid", uid)));
  }

  /** The profiles that an account finds, in the order of their ids. */
  Future<List<Participant>> of(String uid, int limit) {
    return Publishers.list(participants.find(eq("keys", uid)).sort(ascending("_id")).limit(limit));
  }

  /** Adds one; false when there is one of that id, or of that account. */
  Future<Boolean> add(Participant participant) {
    return Publishers.unlessTaken(participants.insertOne(participant));
  }

  <R> Future<R> change(String id, Function<Participant, Decision<Participant, R>> decide) {
    return compareAndSet.change(participants, id, decide);
  }

  /** Those on hold who live in one of the localities, or nowhere that is known; oldest first. */
  Future<List<Participant>> held(List<String> localities, int limit) {
    var near = or(in(HOME, localities), exists(HOME, false));
    return Publishers.list(
        participants
            .find(and(gte("heldSince", Instant.EPOCH), near))
            .sort(ascending("heldSince"))
            .limit(limit));
  }

  /** Those who took a consent back before a moment, the longest since first, after one of them. */
  Future<List<Participant>> withdrawn(Instant end, Optional<Participant> after, int limit) {
    return before(WITHDRAWN, end, after, Participant::firstWithdrawn, limit);
  }

  /** What is left of those who were removed before a moment; in the same order. */
  Future<List<Participant>> removed(Instant end, Optional<Participant> after, int limit) {
    return before(REMOVED, end, after, Participant::removedAt, limit);
  }

  private Future<List<Participant>> before(
      String field,
      Instant end,
      Optional<Participant> after,
      Function<Participant, @Nullable Instant> at,
      int limit) {
    var all = lte(field, end);
    var which =
        after
            .map(
                one ->
                    and(
                        all,
                        new ListMark(Objects.requireNonNull(at.apply(one)), one.id()).after(field)))
            .orElse(all);
    return Publishers.list(participants.find(which).sort(ascending(field, "_id")).limit(limit));
  }

  /** Forgets those of them who have been told of; how many. */
  Future<Integer> forget(List<Participant> removed) {
    var ids = removed.stream().map(Participant::id).toList();
    return Publishers.one(
            participants.deleteMany(
                and(in("_id", ids), gte(REMOVED, Instant.EPOCH), exists("outboxSince", false))))
        .map(done -> (int) done.getDeletedCount());
  }

  /** Some of those who have come of age and still have links, the longest since first. */
  Future<List<Participant>> grownUp(LocalDate today, int limit) {
    return Publishers.list(
        participants.find(lte("adultOn", today)).sort(ascending("adultOn")).limit(limit));
  }
}
