package org.localityvoice.walkabout.finding;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Findings, each one document. */
final class FindingStore {
  private static final InsertManyOptions EACH = new InsertManyOptions().ordered(false);
  private static final String ID = "_id";
  private static final String LOCALITY = "localityId";
  private static final String SEEN_AT = "seenAt";
  private static final String STATE = "state";
  private static final String OWNER = "owner";
  private static final String ELEMENT = "seen.element";
  private static final String OPEN_DUE_AT = "openDueAt";
  private static final String WALKABOUT = "walkabout";
  private static final String WAITS_SINCE = "waitsSince";
  private static final String PRUNE_AT = "pruneAt";
  private static final String PHOTOS_UNTIL = "photosUntil";

  private final MongoCollection<Finding> findings;
  private final CompareAndSet compareAndSet;

  FindingStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    findings =
        mongo.collection(
            Finding.COLLECTION,
            Finding.class,
            Index.ordered(LOCALITY, "-" + SEEN_AT, "-" + ID),
            Index.ordered(LOCALITY, STATE, "-" + SEEN_AT, "-" + ID),
            Index.ordered(LOCALITY, OWNER, "-" + SEEN_AT, "-" + ID),
            Index.ordered(LOCALITY, ELEMENT, "-" + SEEN_AT, "-" + ID),
            Index.on(WALKABOUT),
            Index.sparse(WAITS_SINCE),
            Index.sparse(PHOTOS_UNTIL),
            Index.sparse(PRUNE_AT));
  }

  Future<Optional<Finding>> find(String id) {
    return Publishers.first(findings.find(eq(ID, id)));
  }

  Future<List<Finding>> find(Collection<String> ids) {
    return Publishers.list(findings.find(in(ID, ids)).sort(ascending(ID)));
  }

  /**
   * Adds several.
   *
   * @return positions of those whose ids are taken
   */
  Future<Set<Integer>> add(List<Finding> all) {
    return Publishers.done(findings.insertMany(all, EACH))
        .map(Set.<Integer>of())
        .recover(
            failure ->
                Mongo.duplicates(failure)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(failure)));
  }

  <R> Future<R> change(String id, Function<Finding, Decision<Finding, R>> decide) {
    return compareAndSet.change(findings, id, decide);
  }

  /**
   * Which findings are wanted; what is empty is not asked for.
   *
   * @param overdueAt only those that should have been put right by then
   */
  record Wanted(
      String locality,
      Optional<String> state,
      Optional<String> element,
      Optional<String> owner,
      Optional<Instant> overdueAt) {}

  /** Where a page ended. */
  record Mark(Instant seenAt, String id) {}

  /** Those of a locality that can be shown, the latest first. */
  Future<List<Finding>> list(Wanted wanted, Optional<Mark> after, int limit) {
    List<Bson> all = new ArrayList<>();
    all.add(eq(LOCALITY, wanted.locality()));
    all.add(gte(SEEN_AT, Instant.EPOCH));
    wanted.state().ifPresent(state -> all.add(eq(STATE, state)));
    wanted.element().ifPresent(element -> all.add(eq(ELEMENT, element)));
    wanted.owner().ifPresent(owner -> all.add(eq(OWNER, owner)));
    wanted.overdueAt().ifPresent(now -> all.add(lt(OPEN_DUE_AT, now)));
    after.ifPresent(
        mark ->
            all.add(
                or(
                    lt(SEEN_AT, mark.seenAt()),
                    and(eq(SEEN_AT, mark.seenAt()), lt(ID, mark.id())))));
    return Publishers.list(findings.find(and(all)).sort(descending(SEEN_AT, ID)).limit(limit));
  }

  /** Those first seen in a time, the earliest first. */
  Future<List<Finding>> seen(
      String locality, Instant from, Instant until, Optional<Mark> after, int limit) {
    List<Bson> all = new ArrayList<>();
    all.add(eq(LOCALITY, locality));
    all.add(gte(SEEN_AT, after.map(Mark::seenAt).orElse(from)));
    all.add(lt(SEEN_AT, until));
    after.ifPresent(
        mark ->
            all.add(
                or(
                    gt(SEEN_AT, mark.seenAt()),
                    and(eq(SEEN_AT, mark.seenAt()), gt(ID, mark.id())))));
    return Publishers.list(findings.find(and(all)).sort(ascending(SEEN_AT, ID)).limit(limit));
  }

  /** Those of a walkabout. */
  Future<List<Finding>> ofWalkabout(String walkabout, int limit) {
    return Publishers.list(
        findings.find(eq(WALKABOUT, walkabout)).sort(ascending(WALKABOUT)).limit(limit));
  }

  /** Those that have waited for their first note since then, or longer. */
  Future<List<Finding>> waiting(Instant since, int limit) {
    return Publishers.list(
        findings.find(lte(WAITS_SINCE, since)).sort(ascending(WAITS_SINCE)).limit(limit));
  }

  /** Those whose pictures may go. */
  Future<List<Finding>> withPicturesDue(Instant now, int limit) {
    return Publishers.list(
        findings.find(lte(PHOTOS_UNTIL, now)).sort(ascending(PHOTOS_UNTIL)).limit(limit));
  }

  /** Removes what is left of those that were taken back long enough ago; how many. */
  Future<Long> prune(Instant now) {
    return Publishers.one(
            findings.deleteMany(and(lte(PRUNE_AT, now), eq("notes.edits", List.of()))))
        .map(result -> result.getDeletedCount());
  }
}
