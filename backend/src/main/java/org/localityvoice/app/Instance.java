package org.localityvoice.app;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Function;

/** The features on the configured store for the time of one command, without serving anything. */
final class Instance {
  private Instance() {}

  static <T> T use(Settings settings, Function<Parts, T> work) {
    var vertx = Vertx.vertx();
    try (var store = StoreConnection.open(settings)) {
      var parts = new Parts(vertx, settings, store.mongo(), InstantSource.system());
      try {
        Waiting.on(parts.ready());
      } catch (RuntimeException failure) {
        throw new StartFailure(
            "No store: " + StoreConnection.place(settings) + " does not answer.");
      }
      try {
        return work.apply(parts);
      } finally {
        // Gives the leases back: the next command, or a server, need not wait for them to end.
        Waiting.quietly(parts.jobs.stop());
      }
    } finally {
      Waiting.quietly(vertx.close());
    }
  }
}
