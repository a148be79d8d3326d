package org.localityvoice.walkabout.measure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.localityvoice.http.Json;

/** Times that devices have noted. */
final class Instants {
  private Instants() {}

  /**
   * A time as it is kept.
   *
   * @param json canonical JSON text of a string with an offset
   */
  static Optional<Instant> read(String json) {
    return Json.parsed(json).flatMap(node -> parse(node.asText()));
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
