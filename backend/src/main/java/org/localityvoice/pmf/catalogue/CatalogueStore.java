package org.localityvoice.pmf.catalogue;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Keeps the catalogue as one document. */
final class CatalogueStore {
  private final MongoCollection<Catalogue> catalogues;

  CatalogueStore(Mongo mongo) {
    catalogues = mongo.collection("pmf_catalogue", Catalogue.class);
  }

  /** The catalogue; without measures before the first import. */
  Future<Catalogue> read() {
    return Publishers.first(catalogues.find(eq("_id", Catalogue.ONLY)))
        .map(found -> found.orElseGet(() -> Catalogue.of(List.of())));
  }

  /** Replaces it, whatever it was. */
  Future<Void> write(Catalogue next) {
    return Publishers.done(
        catalogues.replaceOne(eq("_id", Catalogue.ONLY), next, new ReplaceOptions().upsert(true)));
  }
}
