package org.localityvoice.perception;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Releases; a wave has one of each revision. */
final class ReleaseStore {
  static final String COLLECTION = "releases";

  /** Late forms and corrections make a handful; the attempt to publish more is a mistake. */
  static final int MOST_OF_WAVE = 100;

  private final MongoCollection<Release> releases;
  private final CompareAndSet compareAndSet;

  ReleaseStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    releases =
        mongo.collection(
            COLLECTION,
            Release.class,
            Index.unique("wave", "revision"),
            Index.sparse("outboxSince"));
  }

  Future<Optional<Release>> find(String id) {
    return Publishers.first(releases.find(eq("_id", id)));
  }

  /** The releases of a wave, oldest revision first; there are never more than this reads. */
  Future<List<Release>> of(String wave) {
    return Publishers.list(
        releases.find(eq("wave", wave)).sort(ascending("revision")).limit(MOST_OF_WAVE));
  }

  /** Adds a release; false when its id or its revision is taken. */
  Future<Boolean> add(Release release) {
    return Publishers.unlessTaken(releases.insertOne(release));
  }

  <R> Future<R> change(String id, Function<Release, Decision<Release, R>> decide) {
    return compareAndSet.change(releases, id, decide);
  }

  /** The same where deciding takes so long that it must not keep an event loop. */
  <R> Future<R> changeSlowly(String id, Function<Release, Decision<Release, R>> decide) {
    return compareAndSet.changeSlowly(releases, id, decide);
  }
}
