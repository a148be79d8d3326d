package org.localityvoice.media;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * The way in for features. A photo is sent first and claimed afterwards by what it belongs to;
 * without a claim it is gone after a week. Whether somebody may see one is for the owner to decide:
 * nothing here shows a photo to anybody.
 */
public final class Photos {
  private final PhotoStore store;
  private final PhotoFiles files;
  private final Intake intake;
  private final Redactor redactor;

  Photos(PhotoStore store, PhotoFiles files, Intake intake, Redactor redactor) {
    this.store = store;
    this.files = files;
    this.intake = intake;
    this.redactor = redactor;
  }

  /**
   * Takes in the bytes of a photo, for features that get them on a way of their own. Sending the
   * same again changes nothing.
   *
   * @param uploader the uid of whoever sent them, if they are signed in
   * @return fails with a {@link Problem} that says why it is not taken: {@code photo-unreadable},
   *     {@code photo-format}, {@code photo-heic}, {@code photo-too-many-pixels}, or {@code
   *     unavailable} when too many are being worked on
   */
  public Future<Photo> put(Buffer bytes, Optional<String> uploader) {
    return intake.receive(Optional.empty(), bytes, uploader).map(Intake.Received::photo);
  }

  /** A photo; fails with {@code not-found} while none of its pixels are there. */
  public Future<Photo> find(String id) {
    return store
        .find(id)
        .map(
            found ->
                found
                    .filter(photo -> photo.hasOriginal() || photo.hasRedacted())
                    .orElseThrow(Problem::notFound));
  }

  /**
   * Says that a photo belongs to something. Only what was sent by this uploader, or by somebody who
   * was not signed in, can be claimed. A claim uses up what was sent, and who sent it is forgotten:
   * a further owner of the same picture has to send its bytes again. The same claim again changes
   * nothing.
   *
   * @param owner such as {@code report/7b0c…}
   * @param uploader the uid of whoever makes the claim, if they are signed in
   * @return fails with {@code not-found} when it is not there or not theirs, and with the conflict
   *     {@code photo-has-many-owners}
   */
  public Future<Photo> claim(String id, String owner, Optional<String> uploader) {
    return store.change(
        id,
        photo -> {
          var holding = photo.holding();
          if (holding.isClaimedBy(owner)) {
            return Decision.keep(photo);
          }
          if (!photo.hasOriginal() || !holding.isUploadedBy(uploader)) {
            throw Problem.notFound();
          }
          if (holding.claims().size() == Holding.MOST) {
            throw Problem.conflict("photo-has-many-owners");
          }
          var next = photo.claimed(owner, uploader);
          return Decision.replace(next, next);
        });
  }

  /**
   * Gives a claim up. With the last one the photo is gone, whatever else is known of it; releasing
   * what is not claimed, or not there, changes nothing.
   */
  public Future<Void> release(String id, String owner) {
    return store
        .change(
            id,
            photo -> {
              if (!photo.holding().isClaimedBy(owner)) {
                // Perhaps released before, and cut off before the files were gone.
                return Decision.keep(photo);
              }
              var next = photo.released(owner);
              return Decision.replace(next, next);
            })
        .compose(this::clear)
        .recover(
            failure ->
                Refused.isNotFound(failure)
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** The bytes of a rendition, {@code image/jpeg}; empty when it is not there. */
  public Future<Optional<Buffer>> rendition(String id, Rendition rendition) {
    return look(id, rendition)
        .compose(
            found ->
                // Its edition may have been replaced between the two reads.
                found.isPresent() ? Future.succeededFuture(found) : look(id, rendition));
  }

  private Future<Optional<Buffer>> look(String id, Rendition rendition) {
    return store
        .find(id)
        .compose(
            found ->
                found
                    .flatMap(photo -> photo.edition(rendition))
                    .map(edition -> files.read(id, edition, rendition))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /**
   * Makes the public renditions anew, with these parts black and all others as they were sent. Once
   * the photo is published, or only the public renditions are left, what was black stays black and
   * these parts are added.
   *
   * @param parts none where nothing needs to be covered
   */
  public Future<Photo> redact(String id, List<Rectangle> parts) {
    return redactor.redact(id, parts);
  }

  /**
   * Marks the public renditions as shown: from now on parts are only added.
   *
   * @return fails with the conflict {@code photo-not-redacted} when there are none yet
   */
  public Future<Photo> publish(String id) {
    return store.change(
        id,
        photo -> {
          if (!photo.hasRedacted()) {
            throw Problem.conflict("photo-not-redacted");
          }
          if (photo.redaction().published()) {
            return Decision.keep(photo);
          }
          var next = photo.published();
          return Decision.replace(next, next);
        });
  }

  /**
   * This owner no longer needs the picture as it was sent. Once none does, only the public
   * renditions are left, or nothing where there are none. To be repeated until it succeeds.
   */
  public Future<Photo> keepOnlyRedacted(String id, String owner) {
    return store
        .change(
            id,
            photo -> {
              var next = photo.withoutOriginalFor(owner);
              return Decision.replace(next, next);
            })
        .compose(photo -> clear(photo).map(photo));
  }

  /**
   * Takes away the files that cannot count any more, and the photo itself with the last of them.
   */
  Future<Void> clear(Photo photo) {
    var voided = photo.editions().voided();
    if (photo.isGone()) {
      return files
          .remove(photo.id(), 0, voided, Rendition.ALL)
          .compose(cleared -> store.remove(photo));
    }
    return photo.hasOriginal()
        ? Future.succeededFuture()
        : files.remove(photo.id(), 0, voided, Rendition.ORIGINAL);
  }
}
