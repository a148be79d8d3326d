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
<<<<<<< HEAD
        // Or the next command, or a server, would wait for our leases to run out.
=======
        // Gives the leases back: a server started next need not wait for them to end.
>>>>>>> 623a8f98ee3b6cb2d0da65d7ef7596cd0caeb83c
        Waiting.quietly(parts.jobs.stop());
      }
    } finally {
      Waiting.quietly(vertx.close());
    }
  }
}
