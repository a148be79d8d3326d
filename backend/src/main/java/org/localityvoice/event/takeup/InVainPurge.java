package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.localityvoice.event.PurgeLog;

/**
 * Removes what is known of single sessions, once no quarter that it belongs to can be counted any
 * more: counting goes back four whole quarters from a week ago, which is less than sixteen months.
 */
final class InVainPurge {
  /** How long after the session began. */
  static final Duration KEPT = Duration.ofDays(500);

  private static final int AT_ONCE = 200;

  private final InVainStore store;
  private final PurgeLog log;
  private final InstantSource clock;

  InVainPurge(InVainStore store, PurgeLog log, InstantSource clock) {
    this.store = store;
    this.log = log;
    this.clock = clock;
  }

  /** Removes all that is due, and notes how much. */
  Future<Void> run() {
    return run(clock.instant().minus(KEPT));
  }

  private Future<Void> run(Instant end) {
    return store
        .purge(end, AT_ONCE)
        .compose(
            count ->
                log.removed(InVain.COLLECTION, count)
                    .compose(noted -> count == 0 ? Future.succeededFuture() : run(end)));
  }
}
