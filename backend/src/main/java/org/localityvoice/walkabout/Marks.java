package org.localityvoice.walkabout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Where a list goes on, as callers get it: a text that says nothing to them. */
final class Marks {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int LONGEST_ID = 64;

  private Marks() {}

  /** A time and the id of what has it. */
  record Mark(Instant at, String id) {}

  static String text(Instant at, String id) {
    var plain = at.toEpochMilli() + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The mark in a text that we gave out; otherwise the violation {@code cursor}. */
  static Mark read(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      var at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
      if (parts.length == 2
          && parts[1].length() <= LONGEST_ID
          && !at.isBefore(Instant.EPOCH)
          && !at.isAfter(LATEST)) {
        return new Mark(at, parts[1]);
      }
      throw bad();
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private static Problem bad() {
    return Problem.invalid(
        List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
