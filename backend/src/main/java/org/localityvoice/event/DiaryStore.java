package org.localityvoice.event;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Diaries, one document for each space. */
class DiaryStore {
  final MongoCollection<Diary> diaries;
  private final CompareAndSet compareAndSet;

  DiaryStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    diaries = mongo.collection("space_diaries", Diary.class);
  }

  Future<Optional<Diary>> find(String id) {
    return Publishers.first(diaries.find(eq("_id", id)));
  }

  /** The diary of a space, which is begun if there is none. */
  Future<Diary> open(String id) {
    return find(id)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found.get())
                    : Publishers.unlessTaken(diaries.insertOne(Diary.empty(id)))
                        .compose(added -> find(id))
                        .map(Optional::orElseThrow));
  }

  /** Changes a diary. A control leaves the guard out, to see that it matters. */
  <R> Future<R> change(String id, Function<Diary, Decision<Diary, R>> decide) {
    return compareAndSet.change(diaries, id, decide);
  }
}
