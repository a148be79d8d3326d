package org.localityvoice.event.attendance;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Passes of those who came without a registration. */
final class WalkInPassStore {
  private final MongoCollection<WalkInPass> passes;

  WalkInPassStore(Mongo mongo) {
    passes = mongo.collection("walk_in_passes", WalkInPass.class, Index.on("session"));
  }

  /** Adds one; false when there is one already, which stays. */
  Future<Boolean> add(WalkInPass pass) {
    return Publishers.unlessTaken(passes.insertOne(pass));
  }

  Future<Optional<WalkInPass>> find(String id) {
    return Publishers.first(passes.find(eq("_id", id)));
  }

  /** Forgets those of a session. */
  Future<Void> removeOf(String session) {
    return Publishers.done(passes.deleteMany(eq("session", session)));
  }
}
