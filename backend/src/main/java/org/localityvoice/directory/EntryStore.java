package org.localityvoice.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Entries of one kind, each one document. */
final class EntryStore<T extends Entry<?>> {
  private final MongoCollection<T> entries;
  private final CompareAndSet compareAndSet;

  EntryStore(
      Mongo mongo,
      CompareAndSet compareAndSet,
      String collection,
      Class<T> type,
      IndexModel... indexes) {
    this.compareAndSet = compareAndSet;
    entries = mongo.collection(collection, type, indexes);
  }

  Future<Optional<T>> find(String id) {
    return Publishers.first(entries.find(eq("_id", id)));
  }

  /** Those of these that there are, in any order. */
  Future<List<T>> all(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(entries.find(in("_id", ids)).limit(ids.size()));
  }

  /** Those of a locality, after one of them, in the order of ids. */
  Future<List<T>> inLocality(String locality, String after, int limit) {
    return Publishers.list(
        entries
            .find(and(eq("content.localities", locality), gt("_id", after)))
            .sort(ascending("_id"))
            .limit(limit));
  }

  /** The first ones by id; for kinds of which there are few. */
  Future<List<T>> some(int most) {
    return Publishers.list(entries.find().sort(ascending("_id")).limit(most));
  }

  /** Adds an entry; false when its id is taken. */
  Future<Boolean> add(T entry) {
    return Publishers.unlessTaken(entries.insertOne(entry));
  }

  <R> Future<R> change(String id, Function<T, Decision<T, R>> decide) {
    return compareAndSet.change(entries, id, decide);
  }

  MongoCollection<T> collection() {
    return entries;
  }
}
