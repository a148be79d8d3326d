package org.localityvoice.report.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as GeoReport v2 writes them: the W3C profile of ISO 8601 with whole seconds and a zone.
 * Clients compare them as text, which fractions would upset.
 */
final class W3cDate {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]{1,9})?"
              + "(Z|[+ -][0-9]{2}:[0-9]{2})");

  private W3cDate() {}

  /** A moment; empty for a text that is none. Fractions of a second are cut off. */
  static Optional<Instant> read(String text) {
    var matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    // A plus that was not escaped in a query arrives as a space.
    var zone = matcher.group(2).replace(' ', '+');
    try {
      return Optional.of(
          OffsetDateTime.parse(matcher.group(1) + zone, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The whole second that a moment lies in. */
  static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
