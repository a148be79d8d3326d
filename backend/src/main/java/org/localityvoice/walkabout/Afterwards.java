package org.localityvoice.walkabout;

import java.util.Optional;
import java.util.Set;

/**
 * What to say of items that come for a walkabout in which nobody is named any more. Whether the
 * same was sent, and by whom, cannot be told then: what is known by its id is a duplicate, and the
 * rest is too late. Pure.
 */
public final class Afterwards {
  private static final String CLOSED = "walkabout-closed";

  private Afterwards() {}

  /**
   * The verdict on one item.
   *
   * @param known what is kept of an item of that id
   * @param gone ids of items that were taken back
   */
  public static Verdict of(BatchItem item, Optional<String> known, Set<String> gone) {
    if (known.isPresent()) {
      return Verdict.of(Verdict.Kind.DUPLICATE);
    }
    return gone.contains(item.id())
        ? Verdict.of(Verdict.Kind.DELETED)
        : Verdict.invalid("", CLOSED);
  }
}
