package org.localityvoice.http;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the best language for a reader (RFC 9110 §12.5.4, matched as RFC 4647 §3.4 says). */
final class Language {
  static final String ENGLISH = "en";
  private static final int LONGEST_HEADER = 200;

  private Language() {}

  /** The one of the languages on offer that the header prefers; English, or the first, if none. */
  static String best(Optional<String> acceptLanguage, Collection<String> onOffer) {
    return acceptLanguage
        .filter(header -> header.length() <= LONGEST_HEADER)
        .flatMap(header -> Optional.ofNullable(Locale.lookupTag(ranges(header), onOffer)))
        .orElseGet(() -> onOffer.contains(ENGLISH) ? ENGLISH : onOffer.iterator().next());
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // A header that says nothing sensible expresses no wish; "-" takes the parser out of bounds.
      return List.of();
    }
  }
}
