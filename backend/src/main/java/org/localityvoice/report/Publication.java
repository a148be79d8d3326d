package org.localityvoice.report;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of a report.
 *
 * @param listed whether it is shown to the public at all; never true for a confidential category
 * @param text whether the text may be seen
 * @param publicText the text as it may be seen: the reporter's, or as staff have changed it
 * @param latitude of the point that is shown, blurred where the category says so
 * @param longitude of that point
 * @param listedSince since when it is listed again, after it was not for a while; absent where it
 *     was listed all along
 */
public record Publication(
    boolean listed,
    Moderated text,
    @Nullable String publicText,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Instant listedSince) {
  /** As it is at first. */
  public Publication(
      boolean listed,
      Moderated text,
      @Nullable String publicText,
      @Nullable Double latitude,
      @Nullable Double longitude) {
    this(listed, text, publicText, latitude, longitude, null);
  }

  /** The same, listed again since then. */
  Publication listedSince(Instant at) {
    return new Publication(listed, text, publicText, latitude, longitude, at);
  }

  /** How far moderation is with something. */
  public enum Moderated {
    WAITING,
    PUBLISHED,
    WITHHELD;

    /** The name in the contract. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
