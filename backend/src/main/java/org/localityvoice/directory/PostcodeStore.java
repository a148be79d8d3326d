package org.localityvoice.directory;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** The postcodes of the area, each one document. */
final class PostcodeStore {
  private final MongoCollection<KnownPostcode> postcodes;

  PostcodeStore(Mongo mongo) {
    postcodes = mongo.collection("directory_postcodes", KnownPostcode.class);
  }

  Future<Optional<KnownPostcode>> find(String id) {
    return Publishers.first(postcodes.find(eq("_id", id)));
  }

  /** Writes these, whatever was known of them. */
  Future<Void> write(List<KnownPostcode> some) {
    if (some.isEmpty()) {
      return Future.succeededFuture();
    }
    var options = new ReplaceOptions().upsert(true);
    var writes =
        some.stream().map(one -> new ReplaceOneModel<>(eq("_id", one.id()), one, options)).toList();
    return Publishers.done(postcodes.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
  }
}
