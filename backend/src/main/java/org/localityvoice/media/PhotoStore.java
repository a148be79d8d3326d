package org.localityvoice.media;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Photos without their pixels. */
final class PhotoStore {
  static final String COLLECTION = "photos";
  private static final String UNCLAIMED = "holding.unclaimedSince";

  private final MongoCollection<Photo> photos;
  private final CompareAndSet compareAndSet;

  PhotoStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    photos = mongo.collection(COLLECTION, Photo.class, Index.sparse(UNCLAIMED));
  }

  Future<Optional<Photo>> find(String id) {
    return Publishers.first(photos.find(eq("_id", id)));
  }

  /** Adds a photo; false when there is one of that id already. */
  Future<Boolean> add(Photo photo) {
    return Publishers.unlessTaken(photos.insertOne(photo));
  }

  /** Changes a photo by compare-and-set; fails with {@code not-found} when it is not there. */
  <R> Future<R> change(String id, Function<Photo, Decision<Photo, R>> decide) {
    return compareAndSet.change(photos, id, decide);
  }

  /** Photos that nobody has claimed since before then, the oldest first. */
  Future<List<Photo>> unclaimedBefore(Instant time, int most) {
    return Publishers.list(photos.find(lt(UNCLAIMED, time)).sort(ascending(UNCLAIMED)).limit(most));
  }

  /** Takes a photo away, unless it has changed since. */
  Future<Void> remove(Photo seen) {
    return Publishers.done(
        photos.deleteOne(and(eq("_id", seen.id()), eq("version", seen.version()))));
  }
}
