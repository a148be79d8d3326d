package org.localityvoice.locality;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Keeps the whole area as one document, so that an import takes all of it or nothing. */
public final class AreaStore {
  /** Documents with effects; see the relay. */
  public static final String COLLECTION = "areas";

  private static final String ONLY = "area";

  private final MongoCollection<Stored> areas;
  private final CompareAndSet compareAndSet;

  /**
   * The area as it is stored.
   *
   * @param id always the same
   * @param version counts the imports that brought something new
   * @param digest of what was imported, to know the same again
   * @param outbox effects that have not been carried out yet, oldest first
   * @param outboxSince when the first of them was stored; null while there are none
   * @param since when each locality came; absent for those that were there before this was noted
   */
  public record Stored(
      @BsonId String id,
      long version,
      String digest,
      Area area,
      List<Outgoing> outbox,
      @Nullable Instant outboxSince,
      Map<String, Instant> since)
      implements Versioned {

    public Stored {
      outbox = List.copyOf(outbox);
      since = Map.copyOf(Objects.requireNonNullElse(since, Map.of()));
    }

    Decision<Stored, Replacement> replacedBy(
        Area next, List<Outgoing> effects, String nextDigest, Instant now) {
      if (digest.equals(nextDigest)) {
        return Decision.keep(Replacement.UNCHANGED);
      }
      var lost = LocalitiesKept.lost(area, next);
      if (!lost.isEmpty()) {
        throw Problem.conflict("locality-removed", String.join(", ", lost));
      }
      var pending = Stream.concat(outbox.stream(), effects.stream()).toList();
      var waiting = pending.isEmpty() || outboxSince != null ? outboxSince : now;
      return Decision.replace(
          new Stored(id, version + 1, nextDigest, next, pending, waiting, since(next, now)),
          Replacement.REPLACED);
    }

    private Map<String, Instant> since(Area next, Instant now) {
      var all = new HashMap<>(since);
      next.localities().stream()
          .filter(one -> area.locality(one.id()).isEmpty())
          .forEach(one -> all.put(one.id(), now));
      return all;
    }
  }

  /** A store in that database. */
  public AreaStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.areas = mongo.collection(COLLECTION, Stored.class, Index.sparse("outboxSince"));
    this.compareAndSet = compareAndSet;
  }

  /** The area, if one has been imported. */
  Future<Optional<Stored>> find() {
    return Publishers.first(areas.find(eq("_id", ONLY)));
  }

  /** Stores the area unless it is stored already. */
  Future<Replacement> replace(Area area, List<Outgoing> effects, Instant now) {
    var digest = AreaDigest.of(area, effects);
    return change(area, effects, digest, now)
        .recover(
            failure ->
                failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
                    ? insert(area, effects, digest, now)
                    : Future.failedFuture(failure));
  }

  private Future<Replacement> change(
      Area area, List<Outgoing> effects, String digest, Instant now) {
    return compareAndSet.change(
        areas, ONLY, (Stored seen) -> seen.replacedBy(area, effects, digest, now));
  }

  private Future<Replacement> insert(
      Area area, List<Outgoing> effects, String digest, Instant now) {
    var waiting = effects.isEmpty() ? null : now;
    var since = area.localities().stream().collect(Collectors.toMap(Locality::id, locality -> now));
    var first = new Stored(ONLY, 1, digest, area, List.copyOf(effects), waiting, since);
    return Publishers.unlessTaken(areas.insertOne(first))
        .compose(
            fresh ->
                fresh
                    ? Future.succeededFuture(Replacement.REPLACED)
                    // Somebody else was first; what they stored is what this import must fit to.
                    : change(area, effects, digest, now));
  }
}
