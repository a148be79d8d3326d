package org.localityvoice.directory;

import java.util.Set;
import org.localityvoice.locality.OddCharacters;

/** Which texts of an entry are prose, and may have several lines; all others have one. Pure. */
public final class Prose {
  private static final Set<String> FIELDS = Set.of("description", "eligibility", "howToGet");

  private Prose() {}

  /** Whether a field is prose. */
  public static boolean is(String field) {
    return FIELDS.contains(field);
  }

  /**
   * Which controls may stand in a text, whoever wrote it.
   *
   * @param place its JSON pointer into the content of an entry
   */
  public static String allowed(String place) {
    return place.startsWith("/summaries/") || is(place.substring(place.lastIndexOf('/') + 1))
        ? OddCharacters.LINES
        : OddCharacters.ONE_LINE;
  }
}
