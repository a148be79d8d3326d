package org.localityvoice.event.takeup;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** How many waited in vain, one document for each session; found by their ids. */
final class InVainStore {
  private static final String ID = "_id";
  private static final String AT = "at";

  private final MongoCollection<InVain> sessions;
  private final CompareAndSet compareAndSet;

  InVainStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    sessions = mongo.collection(InVain.COLLECTION, InVain.class, Index.sparse(AT));
  }

  /** Adds the first of a session; false when there is one. */
  Future<Boolean> add(InVain first) {
    return Publishers.unlessTaken(sessions.insertOne(first));
  }

  /** Adds what an effect tells to what is known of its session. */
  Future<Void> plus(String session, long effect, int more) {
    return compareAndSet
        .<InVain, Boolean>change(
            sessions,
            session,
            seen -> {
              var next = seen.plus(effect, more);
              return next.equals(seen) ? Decision.keep(false) : Decision.replace(next, true);
            })
        .mapEmpty();
  }

  /** Of these sessions; those that nobody waited for in vain are not there. */
  Future<List<InVain>> these(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(List.of())
        : Publishers.list(sessions.find(in(ID, ids)).sort(ascending(ID)).limit(ids.size()));
  }

  /** Removes some of those of sessions that began before a moment; how many. */
  Future<Integer> purge(Instant end, int limit) {
    return Publishers.list(sessions.find(lt(AT, end)).sort(ascending(AT)).limit(limit))
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture(0)
                    : Publishers.one(
                            sessions.deleteMany(in(ID, page.stream().map(InVain::id).toList())))
                        .map(done -> (int) done.getDeletedCount()));
  }
}
