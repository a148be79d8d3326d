package org.localityvoice.report;

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
 */
public record Publication(
    boolean listed,
    Moderated text,
    @Nullable String publicText,
    @Nullable Double latitude,
    @Nullable Double longitude) {
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
