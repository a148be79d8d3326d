package org.localityvoice.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Where a list goes on, as callers get it: a text that says nothing to them. */
final class Cursor {
  private static final String BETWEEN = "\n";

  private Cursor() {}

  static String text(String... parts) {
    var plain = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  /** The parts of a text that we gave out; otherwise the violation {@code cursor}. */
  static List<String> read(String text, int parts) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var found = List.of(plain.split(BETWEEN, -1));
      if (found.size() == parts) {
        return found;
      }
    } catch (IllegalArgumentException e) {
      throw bad();
    }
    throw bad();
  }

  /** A part that must be a whole number from 0 on. */
  static long number(String part) {
    try {
      var number = Long.parseLong(part);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad();
    }
    throw bad();
  }

  static Problem bad() {
    return Problem.invalid(
        List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
