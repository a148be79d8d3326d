package org.localityvoice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bson.conversions.Bson;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Where a page of a list ended that is ordered by a time and then by id. Callers get it as a text
 * that says nothing to them.
 *
 * @param at the time of the last one on the page
 * @param id of it
 */
public record ListMark(Instant at, String id) {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int LONGEST_ID = 64;

  /** What comes after it, where a list is in rising order of a field and then of ids. */
  public Bson after(String field) {
    return or(gt(field, at), and(eq(field, at), gt("_id", id)));
  }

  /** The same where both fall. */
  public Bson before(String field) {
    return or(lt(field, at), and(eq(field, at), lt("_id", id)));
  }

  /** As a caller gets it. */
  public String text() {
    var plain = at.toEpochMilli() + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The mark in a text that we gave out; otherwise the violation {@code cursor}. */
  public static ListMark read(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      var at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
      if (parts.length == 2
          && parts[1].length() <= LONGEST_ID
          && !at.isBefore(Instant.EPOCH)
          && !at.isAfter(LATEST)) {
        return new ListMark(at, parts[1]);
      }
    } catch (IllegalArgumentException e) {
      // Told below, like a mark of another shape.
    }
    throw Problem.invalid(List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }
}
