package org.localityvoice.walkabout.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.walkabout.grading.FindingMove;
import org.localityvoice.walkabout.grading.Grade;

/**
 * Something that was done with a finding.
 *
 * @param edition that it made
 * @param by uid of who did it; never shown. Absent where the routing of reports did
 * @param role in which they did; {@code routing} where nobody did
 * @param organisation whom they work for; absent for residents
 * @param owner to whom it was assigned
 * @param after grade that was seen when it was verified or reopened
 * @param photo of what was seen then, by its SHA-256; absent for none
 */
public record Moved(
    long edition,
    FindingMove move,
    @Nullable String by,
    String role,
    @Nullable String organisation,
    @Nullable String owner,
    @Nullable Grade after,
    @Nullable String photo,
    Instant at) {
  /** Without who it was. */
  @Override
  public String toString() {
    return move + " " + edition;
  }
}
