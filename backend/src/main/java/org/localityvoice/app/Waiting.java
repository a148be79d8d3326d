package org.localityvoice.app;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for futures on threads that are ours to block: main and the shutdown hook. */
final class Waiting {
  private static final long LONGEST_MINUTES = 10;

  private Waiting() {}

  /** The result; its failure is thrown. */
  static <T> T on(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(LONGEST_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("not done within " + LONGEST_MINUTES + " minutes", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits while stopping, when a failure changes nothing any more. */
  static void quietly(Future<?> future) {
    try {
      on(future);
    } catch (RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(Waiting.class).debug("while stopping", e);
    }
  }
}
