package org.localityvoice.media;

import org.jspecify.annotations.Nullable;

/**
 * Which files of a photo count. Files are written under the number of an edition that nobody has
 * used before, and count only once the photo's document names it. So a photo never points at half
 * of something, and whoever is cut off leaves nothing but numbers to clear away.
 *
 * @param last the last number given out
 * @param voided numbers up to this one can never come to count any more
 * @param original the edition with the picture as it was sent
 * @param redacted the edition with the picture that may be shown
 */
public record Editions(
    int last, int voided, @Nullable Integer original, @Nullable Integer redacted) {
  /** With one number given out. It is drawn, so that a photo that comes again uses no old ones. */
  static Editions first(int edition) {
    return new Editions(edition, 0, null, null);
  }

  Editions another() {
    return new Editions(last + 1, voided, original, redacted);
  }

  boolean takesOriginal(int edition) {
    return edition > voided && original == null;
  }

  Editions withOriginal(int edition) {
    return new Editions(last, voided, edition, redacted);
  }

  boolean takesRedacted(int edition) {
    return edition > voided && (redacted == null || edition > redacted);
  }

  Editions withRedacted(int edition) {
    return new Editions(last, voided, original, edition);
  }

  Editions withoutOriginal() {
    return new Editions(last, last, null, redacted);
  }

  Editions none() {
    return new Editions(last, last, null, null);
  }
}
