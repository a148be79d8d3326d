package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** What incidents hold, one document for each participant of a session. */
final class HeldRecordStore {
  private final MongoCollection<HeldRecord> held;

  HeldRecordStore(Mongo mongo) {
    held =
        mongo.collection(
            "held_records", HeldRecord.class, Index.on("session"), Index.on("participant"));
  }

  Future<Void> put(HeldRecord one) {
    return Publishers.done(
        held.replaceOne(eq("_id", one.id()), one, new ReplaceOptions().upsert(true)));
  }

  Future<Void> remove(String id) {
    return Publishers.done(held.deleteOne(eq("_id", id)));
  }

  /** Whether one of these is there. */
  Future<Boolean> any(Collection<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(false)
        : Publishers.first(held.find(in("_id", ids))).map(found -> found.isPresent());
  }

  Future<Boolean> anyIn(Collection<String> sessions) {
    return sessions.isEmpty()
        ? Future.succeededFuture(false)
        : Publishers.first(held.find(in("session", sessions))).map(found -> found.isPresent());
  }

  Future<Boolean> anyOf(String participant) {
    return Publishers.first(held.find(eq("participant", participant)))
        .map(found -> found.isPresent());
  }
}
