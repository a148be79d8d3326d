package org.localityvoice.media;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** The photos of an instance, whose files may fail when a test wants it. */
final class Shelf implements AutoCloseable {
  final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  final Photos photos;
  final UnclaimedPhotos unclaimed;
  final PhotoStore store;
  final Files files;
  private final Vertx vertx = Vertx.vertx();
  private final MongoCollection<Document> counting;

  Shelf(Store database) {
    Mongo mongo = database.connect();
    store = new PhotoStore(mongo, new CompareAndSet(vertx, new Random(3)));
    files = new Files(new PhotoFileStore(mongo));
    var workers = new Workers(vertx);
    var intake = new Intake(store, files, workers, clock, new Random(5));
    photos = new Photos(store, files, intake, new Redactor(store, files, workers));
    unclaimed = new UnclaimedPhotos(store, photos, clock);
    counting = mongo.collection(PhotoFileStore.COLLECTION, Document.class);
    Wait.forResult(mongo.ready());
  }

  Photo puts(byte[] file, String person) {
    return Wait.forResult(photos.put(Buffer.buffer(file), Optional.of(person)));
  }

  Photo putsSignedOut(byte[] file) {
    return Wait.forResult(photos.put(Buffer.buffer(file), Optional.empty()));
  }

  Photo claims(Photo photo, String owner, String person) {
    return Wait.forResult(photos.claim(photo.id(), owner, Optional.of(person)));
  }

  Optional<byte[]> shows(Photo photo, Rendition rendition) {
    return Wait.forResult(photos.rendition(photo.id(), rendition)).map(Buffer::getBytes);
  }

  /** How many files there are, whether they count or not. */
  long kept() {
    return Wait.forResult(Publishers.one(counting.countDocuments()));
  }

  @Override
  public void close() {
    Wait.forResult(vertx.close());
  }

  /** The real files, and what a test does before and after the next write or removal. */
  static final class Files implements PhotoFiles {
    private final PhotoFiles real;
    Supplier<Future<Void>> before = Future::succeededFuture;
    Supplier<Future<Void>> after = Future::succeededFuture;
    Supplier<Future<Void>> removed = Future::succeededFuture;

    Files(PhotoFiles real) {
      this.real = real;
    }

    /** The instance dies here. */
    static Future<Void> cutOff() {
      return Future.failedFuture(new IllegalStateException("cut off"));
    }

    @Override
    public Future<Void> write(String photo, int edition, Map<Rendition, Buffer> wanted) {
      var first = before;
      var last = after;
      before = Future::succeededFuture;
      after = Future::succeededFuture;
      return first
          .get()
          .compose(done -> real.write(photo, edition, wanted))
          .compose(done -> last.get());
    }

    @Override
    public Future<Optional<Buffer>> read(String photo, int edition, Rendition rendition) {
      return real.read(photo, edition, rendition);
    }

    @Override
    public Future<Void> remove(String photo, int from, int to, Set<Rendition> renditions) {
      var last = removed;
      removed = Future::succeededFuture;
      return real.remove(photo, from, to, renditions).compose(done -> last.get());
    }
  }
}
