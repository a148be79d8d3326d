package org.localityvoice.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Where a list of reports goes on: a time and, for those of the same time, an id.
 *
 * @param id of the first report that has not been shown
 */
record ReportCursor(Instant at, String id) {
  private static final String SEPARATOR = " ";

  /** Of a report by when it was submitted. */
  static String of(Report report) {
    return text(report.standing().submittedAt(), report.id());
  }

  static String text(Instant at, String id) {
    var plain = at.toEpochMilli() + SEPARATOR + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; empty for the beginning. */
  static Optional<ReportCursor> read(Optional<String> after) {
    return after.map(ReportCursor::parsed);
  }

  private static ReportCursor parsed(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split(SEPARATOR, -1);
      if (parts.length == 2) {
        return new ReportCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
      }
    } catch (IllegalArgumentException e) {
      // Told below, like a cursor of another shape.
    }
    throw Problem.invalid(List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
