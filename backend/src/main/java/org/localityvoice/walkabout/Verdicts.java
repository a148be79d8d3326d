package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.localityvoice.walkabout.Verdict.Kind;

/** What to say of an edit that was taken just now. Pure. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * The verdict.
   *
   * @param all edits of the thing, this one among them
   * @param gone ids of edits that were removed
   * @param newest number of the newest edit that was there before its batch
   */
  public static Verdict of(
      Edit edit, Collection<Edit> all, Set<String> gone, long newest, Instant now) {
    var fields = Fields.of(all, gone, now);
    if (fields.held().contains(edit.id())) {
      return Verdict.held(String.valueOf(edit.after()));
    }
    if (fields.proposes(edit.id())) {
      return Verdict.of(Kind.CONFLICT_HARD);
    }
    return Verdict.of(edit.base() < newest ? Kind.MERGED_SOFT : Kind.CREATED);
  }
}
