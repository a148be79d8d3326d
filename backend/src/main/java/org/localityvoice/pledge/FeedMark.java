package org.localityvoice.pledge;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** A place in the feed: that of an entry, which need not be there any more. */
record FeedMark(LocalDate to, String id) {
  private static final int LONGEST_ID = 200;

  static FeedMark of(Entry entry) {
    return new FeedMark(entry.to(), entry.id());
  }

  /** Whether an entry comes after it. */
  boolean isBefore(Entry entry) {
    return to.equals(entry.to()) ? id.compareTo(entry.id()) < 0 : to.isAfter(entry.to());
  }

  /** As a caller gets it: a text that says nothing to those who carry it. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((to + " " + id).getBytes(StandardCharsets.UTF_8));
  }

  /** The mark of a text that we gave out; otherwise the violation {@code cursor}. */
  static FeedMark read(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 2 && parts[1].length() <= LONGEST_ID) {
        return new FeedMark(LocalDate.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Said below, as for any other text.
    }
    throw Problem.invalid(List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
