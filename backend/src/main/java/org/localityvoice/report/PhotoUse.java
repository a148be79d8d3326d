package org.localityvoice.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo that belongs to a report.
 *
 * @param photo its id in the package media: the SHA-256 of the bytes it was sent as
 * @param affected id of the person who sent it; absent when staff did
 * @param moderated whether everybody may see its public renditions
 */
public record PhotoUse(
    String photo, @Nullable String affected, Instant at, Publication.Moderated moderated) {
  /** The same after somebody has decided about it. */
  PhotoUse moderated(boolean publish) {
    var next = publish ? Publication.Moderated.PUBLISHED : Publication.Moderated.WITHHELD;
    return new PhotoUse(photo, affected, at, next);
  }
}
