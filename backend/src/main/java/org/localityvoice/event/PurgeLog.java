package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;

/** Where it is noted that something was removed on its day: how much, and nothing else. */
public final class PurgeLog {
  private final PurgeStore store;
  private final InstantSource clock;

  PurgeLog(PurgeStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Notes it, unless it is nothing.
   *
   * @param what name of the collection, and of the kind of thing where it holds several
   */
  public Future<Void> removed(String what, int count) {
    return count == 0
        ? Future.succeededFuture()
        : store.add(
            new PurgeStore.Purge(UUID.randomUUID().toString(), clock.instant(), what, count));
  }
}
