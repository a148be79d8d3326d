package org.localityvoice.walkabout;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keeps the catalogue as one document. */
final class WalkaboutCatalogueStore {
  private final MongoCollection<WalkaboutCatalogue> catalogues;

  WalkaboutCatalogueStore(Mongo mongo) {
    catalogues = mongo.collection("walkabout_catalogue", WalkaboutCatalogue.class);
  }

  Future<Optional<WalkaboutCatalogue>> read() {
    return Publishers.first(catalogues.find(eq("_id", WalkaboutCatalogue.ONLY)));
  }

  /** Replaces it, whatever it was. */
  Future<Void> write(WalkaboutCatalogue next) {
    return Publishers.done(
        catalogues.replaceOne(
            eq("_id", WalkaboutCatalogue.ONLY), next, new ReplaceOptions().upsert(true)));
  }
}
