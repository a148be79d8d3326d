package org.localityvoice.event;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keeps the catalogue as one document. */
final class EventCatalogueStore {
  private final MongoCollection<EventCatalogue> catalogues;

  EventCatalogueStore(Mongo mongo) {
    catalogues = mongo.collection("event_catalogue", EventCatalogue.class);
  }

  Future<Optional<EventCatalogue>> read() {
    return Publishers.first(catalogues.find(eq("_id", EventCatalogue.ONLY)));
  }

  /** Replaces it, whatever it was. */
  Future<Void> write(EventCatalogue next) {
    return Publishers.done(
        catalogues.replaceOne(
            eq("_id", EventCatalogue.ONLY), next, new ReplaceOptions().upsert(true)));
  }
}
