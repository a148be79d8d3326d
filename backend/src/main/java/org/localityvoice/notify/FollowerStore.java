package org.localityvoice.notify;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.size;
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

/** Who follows what, one document for each person. */
final class FollowerStore {
  static final String COLLECTION = "followers";

  private final MongoCollection<Follower> followers;
  private final CompareAndSet compareAndSet;

  FollowerStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    followers = mongo.collection(COLLECTION, Follower.class, Index.on("keys", "_id"));
  }

  Future<Optional<Follower>> find(String uid) {
    return Publishers.first(followers.find(eq("_id", uid)));
  }

  /** Adds a person; false when they are there. */
  Future<Boolean> add(Follower follower) {
    return Publishers.unlessTaken(followers.insertOne(follower));
  }

  <R> Future<R> change(String uid, Function<Follower, Decision<Follower, R>> decide) {
    return compareAndSet.change(followers, uid, decide);
  }

  /** Forgets a person who follows nothing any more. */
  Future<Void> forget(String uid) {
    return Publishers.done(followers.deleteOne(and(eq("_id", uid), size("subscriptions", 0))));
  }

  /** People who follow by a key, in the order of their uids, from after one on. */
  Future<List<Follower>> by(String key, String after, int limit) {
    return Publishers.list(
        followers.find(and(eq("keys", key), gt("_id", after))).sort(ascending("_id")).limit(limit));
  }
}
