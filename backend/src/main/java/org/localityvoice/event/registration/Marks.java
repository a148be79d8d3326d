package org.localityvoice.event.registration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.registration.RegistrationStore.Mark;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Where a page of registrations ended, as text to give out and to take back. Pure. */
final class Marks {
  private static final String SEPARATOR = " ";

  private Marks() {}

  static String text(Registration last) {
    var plain = last.visit().startsAt().toEpochMilli() + SEPARATOR + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; empty for the beginning. */
  static Optional<Mark> read(Optional<String> after) {
    return after.map(Marks::parsed);
  }

  private static Mark parsed(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split(SEPARATOR, -1);
      if (parts.length == 2) {
        return new Mark(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
      }
    } catch (IllegalArgumentException e) {
      // Told below, like a mark of another shape.
    }
    throw Problem.invalid(List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
