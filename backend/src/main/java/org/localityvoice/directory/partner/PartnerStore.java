package org.localityvoice.directory.partner;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Partner layers, each one document under the id of its service. */
final class PartnerStore {
  private final MongoCollection<PartnerLayer> layers;
  private final CompareAndSet compareAndSet;

  PartnerStore(Mongo mongo, CompareAndSet compareAndSet) {
    this.compareAndSet = compareAndSet;
    layers = mongo.collection("directory_partner_layers", PartnerLayer.class);
  }

  Future<Optional<PartnerLayer>> find(String id) {
    return Publishers.first(layers.find(eq("_id", id)));
  }

  /** Adds a layer; false when there is one. */
  Future<Boolean> add(PartnerLayer layer) {
    return Publishers.unlessTaken(layers.insertOne(layer));
  }

  <R> Future<R> change(String id, Function<PartnerLayer, Decision<PartnerLayer, R>> decide) {
    return compareAndSet.change(layers, id, decide);
  }
}
