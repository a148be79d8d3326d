package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.localityvoice.event.Events;
import org.localityvoice.schedule.FinancialYear;

/**
 * Removes what gap reports were made from, once none is given any more for its weeks: a week later
 * than that, since a report has whole weeks. By then the quarter has been counted for long.
 */
final class PlacesTakenPurge {
  private static final int AT_ONCE = 200;

  private final PlacesTakenStore store;
  private final Events events;
  private final InstantSource clock;

  PlacesTakenPurge(PlacesTakenStore store, Events events, InstantSource clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** Removes all that is due, and notes how much. */
  Future<Void> run() {
    return run(FinancialYear.keptSince(clock.instant(), events.zone()).minus(7, ChronoUnit.DAYS));
  }

  private Future<Void> run(Instant end) {
    return store
        .purge(end, AT_ONCE)
        .compose(
            count ->
                events
                    .purges()
                    .removed(PlacesTakenStore.COLLECTION, count)
                    .compose(noted -> count == 0 ? Future.succeededFuture() : run(end)));
  }
}
