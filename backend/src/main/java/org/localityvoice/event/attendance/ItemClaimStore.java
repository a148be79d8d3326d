package org.localityvoice.event.attendance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The ids that devices have used, so that none stands for two things. */
final class ItemClaimStore {
  private static final InsertManyOptions EACH = new InsertManyOptions().ordered(false);

  private final MongoCollection<ItemClaim> claims;

  ItemClaimStore(Mongo mongo) {
    claims = mongo.collection("attendance_items", ItemClaim.class, Index.on("session"));
  }

  /**
   * Claims ids; those that were claimed before stay as they were.
   *
   * @return the digest that each id stands for now
   */
  Future<Map<String, String>> claim(List<ItemClaim> wanted) {
    if (wanted.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    var ids = wanted.stream().map(ItemClaim::id).toList();
    return Publishers.done(claims.insertMany(wanted, EACH))
        .recover(
            failure ->
                Mongo.duplicates(failure).isPresent()
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure))
        .compose(done -> Publishers.list(claims.find(in("_id", ids)).limit(ids.size())))
        .map(all -> all.stream().collect(Collectors.toMap(ItemClaim::id, ItemClaim::digest)));
  }

  /** Forgets those of a session. */
  Future<Void> removeOf(String session) {
    return Publishers.done(claims.deleteMany(eq("session", session)));
  }
}
