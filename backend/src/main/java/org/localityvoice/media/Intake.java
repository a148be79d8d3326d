package org.localityvoice.media;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.localityvoice.media.Darkroom.Developed;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Takes photos in. The document comes first and names the edition that is being written, then come
 * the files, then the document says that they count: whoever is cut off in between leaves something
 * that the next try goes on from and the purge finds.
 */
final class Intake {
  private static final int MOST_FIRST = 1 << 30;

  private final PhotoStore photos;
  private final PhotoFiles files;
  private final Workers workers;
  private final InstantSource clock;
  private final RandomGenerator random;

  Intake(
      PhotoStore photos,
      PhotoFiles files,
      Workers workers,
      InstantSource clock,
      RandomGenerator random) {
    this.random = random;
    this.photos = photos;
    this.files = files;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * A photo that was taken in.
   *
   * @param fresh whether its pixels were not there before
   */
  record Received(Photo photo, boolean fresh) {}

  @SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
  private record Named(String id, byte[] file) {}

  /**
   * Takes a photo in.
   *
   * @param name what the sender says is its SHA-256, if they do
   */
  Future<Received> receive(Optional<String> name, Buffer sent, Optional<String> uploader) {
    return workers
        .run(() -> named(name, sent.getBytes()))
        .compose(
            photo ->
                sentAgain(photo.id(), uploader)
                    .compose(
                        known ->
                            known
                                .map(seen -> Future.succeededFuture(new Received(seen, false)))
                                .orElseGet(() -> develop(photo, uploader))));
  }

  private static Named named(Optional<String> name, byte[] file) throws NoSuchAlgorithmException {
    var id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    if (name.map(said -> !said.equals(id)).orElse(false)) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.PATH, "sha256", "photo-hash", List.of())));
    }
    return new Named(id, file);
  }

  private Future<Optional<Photo>> sentAgain(String id, Optional<String> uploader) {
    return photos
        .change(
            id,
            photo -> {
              if (!photo.hasOriginal()) {
                return Decision.keep(Optional.<Photo>empty());
              }
              var next = photo.sentAgain(uploader, now());
              return Decision.replace(next, Optional.of(next));
            })
        .recover(
            failure ->
                Refused.isNotFound(failure)
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(failure));
  }

  private Future<Received> develop(Named named, Optional<String> uploader) {
    return workers
        .run(() -> Darkroom.develop(named.file()))
        .compose(
            developed ->
                announce(named.id(), developed)
                    .recover(Refused::notNow)
                    .compose(edition -> keep(named.id(), edition, developed, uploader)));
  }

  /** Answers with the edition to write. */
  private Future<Integer> announce(String id, Developed developed) {
    var first = 1 + random.nextInt(MOST_FIRST);
    return photos
        .add(Photo.announced(id, developed.width(), developed.height(), now(), first))
        .compose(
            added ->
                added
                    ? Future.succeededFuture(first)
                    : photos.change(
                        id,
                        photo -> {
                          var next = photo.announcedAgain(now());
                          return Decision.replace(next, next.editions().last());
                        }));
  }

  /** Writes the files and has them count, unless somebody else's do already. */
  private Future<Received> keep(
      String id, int edition, Developed developed, Optional<String> uploader) {
    return files
        .write(id, edition, developed.as(Rendition.FULL, Rendition.THUMBNAIL))
        .compose(written -> photos.change(id, photo -> counts(photo, edition, uploader)))
        .compose(
            received ->
                received.fresh()
                    ? files.remove(id, 0, edition - 1, Rendition.ORIGINAL).map(received)
                    : files.remove(id, edition, edition, Rendition.ORIGINAL).map(received),
            failure ->
                Refused.isNotFound(failure)
                    ? files
                        .remove(id, edition, edition, Rendition.ORIGINAL)
                        .compose(cleared -> Refused.notNow(failure))
                    : Future.failedFuture(failure))
        .map(Intake::there);
  }

  private Decision<Photo, Received> counts(Photo photo, int edition, Optional<String> uploader) {
    if (photo.editions().takesOriginal(edition)) {
      var next = photo.stored(edition, uploader, now());
      return Decision.replace(next, new Received(next, true));
    }
    if (photo.hasOriginal()) {
      var next = photo.sentAgain(uploader, now());
      return Decision.replace(next, new Received(next, false));
    }
    return Decision.keep(new Received(photo, false));
  }

  /** Where the photo was taken away while it was being written, the next try begins anew. */
  private static Received there(Received received) {
    if (!received.photo().hasOriginal()) {
      throw Refused.inTheMeantime();
    }
    return received;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
