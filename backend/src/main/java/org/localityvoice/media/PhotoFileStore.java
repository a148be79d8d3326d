package org.localityvoice.media;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Files as documents, one each: at most some 2 MB, far below the store's limit of 16. */
final class PhotoFileStore implements PhotoFiles {
  static final String COLLECTION = "photoFiles";

  private final MongoCollection<Kept> files;

  PhotoFileStore(Mongo mongo) {
    files = mongo.collection(COLLECTION, Kept.class, Index.on("photo", "edition"));
  }

  /** A file. */
  public record Kept(
      @BsonId String id, String photo, int edition, String rendition, Binary bytes) {}

  private static String id(String photo, int edition, Rendition rendition) {
    return photo + "/" + edition + "/" + rendition.name();
  }

  @Override
  public Future<Void> write(String photo, int edition, Map<Rendition, Buffer> wanted) {
    var kept =
        wanted.entrySet().stream()
            .map(
                file ->
                    new Kept(
                        id(photo, edition, file.getKey()),
                        photo,
                        edition,
                        file.getKey().name(),
                        new Binary(file.getValue().getBytes())))
            .toList();
    return Publishers.done(files.insertMany(kept));
  }

  @Override
  public Future<Optional<Buffer>> read(String photo, int edition, Rendition rendition) {
    return Publishers.first(files.find(eq("_id", id(photo, edition, rendition))))
        .map(found -> found.map(file -> Buffer.buffer(file.bytes().getData())));
  }

  @Override
  public Future<Void> remove(String photo, int from, int to, Set<Rendition> renditions) {
    return Publishers.done(
        files.deleteMany(
            and(
                eq("photo", photo),
                gte("edition", from),
                lte("edition", to),
                in("rendition", renditions.stream().map(Rendition::name).toList()))));
  }
}
