package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way in for whoever works out figures from findings. */
public final class Findings {
  private final FindingStore store;

  Findings(FindingStore store) {
    this.store = store;
  }

  /** A finding that can be shown; empty for one that was taken back. */
  public Future<Optional<Finding>> find(String id) {
    return store.find(id).map(found -> found.filter(Finding::shown));
  }

  /**
   * Findings of a locality that were first seen in a time, the earliest first.
   *
   * @param from first instant
   * @param until first instant after it
   * @param after the last one of the page before
   * @param limit no more than so many
   */
  public Future<List<Finding>> seen(
      String locality, Instant from, Instant until, Optional<Finding> after, int limit) {
    return store.seen(
        locality,
        from,
        until,
        after.map(
            one -> new FindingStore.Mark(Optional.ofNullable(one.seenAt()).orElse(from), one.id())),
        limit);
  }
}
