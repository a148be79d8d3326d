package org.localityvoice.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;

/**
 * A photo, without its pixels. Its id names the bytes that were sent, which are not kept. Knowing
 * an id is not enough to use a photo: a claim needs that its bytes were sent, and uses that up.
 *
 * @param id SHA-256 of what was sent, 64 hexadecimal digits
 * @param width of {@link Rendition#FULL} in pixels, upright
 * @param height likewise
 * @param uploadedAt when its pixels were stored
 */
public record Photo(
    @BsonId String id,
    long version,
    int width,
    int height,
    Instant uploadedAt,
    Holding holding,
    Redaction redaction,
    Editions editions)
    implements Versioned {

  /** A photo whose files are about to be written. */
  static Photo announced(String id, int width, int height, Instant now, int edition) {
    return new Photo(
        id, 1, width, height, now, Holding.none(now), Redaction.NONE, Editions.first(edition));
  }

  /** Whether the picture as it was sent is there. */
  public boolean hasOriginal() {
    return editions.original() != null;
  }

  /** Whether there is a picture that may be shown, once that is decided. */
  public boolean hasRedacted() {
    return editions.redacted() != null;
  }

  boolean isGone() {
    return Instant.EPOCH.equals(holding.unclaimedSince());
  }

  /** Under which number the files of a rendition lie. */
  Optional<Integer> edition(Rendition rendition) {
    return Optional.ofNullable(rendition.isRedacted() ? editions.redacted() : editions.original());
  }

  private Photo with(Holding newHolding, Redaction newRedaction, Editions newEditions) {
    return new Photo(
        id, version + 1, width, height, uploadedAt, newHolding, newRedaction, newEditions);
  }

  Photo announcedAgain(Instant now) {
    return with(holding.waiting(now), redaction, editions.another());
  }

  Photo stored(int edition, Optional<String> uploader, Instant now) {
    return with(holding.uploadedBy(uploader, now), redaction, editions.withOriginal(edition));
  }

  Photo sentAgain(Optional<String> uploader, Instant now) {
    return with(holding.uploadedBy(uploader, now), redaction, editions);
  }

  Photo claimed(String owner, Optional<String> uploader) {
    return with(holding.claimedBy(owner, uploader), redaction, editions);
  }

  /** Without a claim; gone with the last one. */
  Photo released(String owner) {
    var left = holding.releasedBy(owner);
    return left.claims().isEmpty() ? gone() : with(left, redaction, editions).lighter();
  }

  Photo withoutOriginalFor(String owner) {
    return with(holding.withoutOriginalFor(owner), redaction, editions).lighter();
  }

  /** Without the original, once nothing needs it. */
  private Photo lighter() {
    return hasOriginal() && !holding.needsOriginal()
        ? new Photo(
            id, version, width, height, uploadedAt, holding, redaction, editions.withoutOriginal())
        : this;
  }

  /** Sent and not claimed in time: gone, or back to what its claims need. */
  Photo lapsed() {
    if (holding.claims().isEmpty()) {
      return gone();
    }
    return with(
        holding.settled(),
        redaction,
        holding.needsOriginal() ? editions : editions.withoutOriginal());
  }

  /** Nothing of it counts any more. Should clearing it away be cut off, the purge goes on. */
  private Photo gone() {
    return with(Holding.none(Instant.EPOCH), Redaction.NONE, editions.none());
  }

  Photo redacting() {
    return with(holding, redaction, editions.another());
  }

  Photo redacted(int edition, List<Rectangle> parts) {
    return with(
        holding, new Redaction(parts, redaction.published()), editions.withRedacted(edition));
  }

  Photo published() {
    return with(holding, new Redaction(redaction.parts(), true), editions);
  }
}
