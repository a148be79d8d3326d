package org.localityvoice.app;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.localityvoice.http.ManagementServer.Readiness;

/** Whether this instance should be given requests. */
final class Health {
  private final Parts parts;
  private final AtomicBoolean draining;

  Health(Parts parts, AtomicBoolean draining) {
    this.parts = parts;
    this.draining = draining;
  }

  /** Not while it stops, nor without a store that holds our effects. */
  Future<Readiness> readiness() {
    if (draining.get()) {
      return Future.succeededFuture(new Readiness(false, Map.of("server", "stopping")));
    }
    return parts
        .ready()
        .compose(there -> parts.relay.depth())
        // Effects that wait are no reason to refuse residents; the number is for whoever looks.
        .map(
            depth ->
                new Readiness(
                    true, Map.of("store", "up", "outbox", "waiting " + depth.documents())));
  }
}
