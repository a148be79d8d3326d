package org.localityvoice.media;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Two threads for pictures, and room for a few that wait. More are turned away at once: each that
 * waits holds its bytes in memory.
 */
final class Workers {
  static final int THREADS = 2;
  static final int MOST_WAITING = 8;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final WorkerExecutor threads;
  private final AtomicInteger held = new AtomicInteger();

  Workers(Vertx vertx) {
    threads = vertx.createSharedWorkerExecutor("photos", THREADS);
  }

  /** Does slow work off the event loop; fails with {@code unavailable} when there is no room. */
  <T> Future<T> run(Callable<T> work) {
    if (held.incrementAndGet() > THREADS + MOST_WAITING) {
      held.decrementAndGet();
      return Future.failedFuture(Problem.of(ProblemType.UNAVAILABLE).retryAfter(PAUSE));
    }
    return threads.executeBlocking(
        () -> {
          try {
            return work.call();
          } finally {
            held.decrementAndGet();
          }
        },
        false);
  }
}
