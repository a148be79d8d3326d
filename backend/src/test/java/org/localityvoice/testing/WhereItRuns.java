package org.localityvoice.testing;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again on which threads of this process a class is at work. */
public final class WhereItRuns implements AutoCloseable {
  private static final String EVENT_LOOP = "vert.x-eventloop-thread";
  private static final long PAUSE_NANOS = 100_000;

  private final String name;
  private final AtomicInteger onEventLoops = new AtomicInteger();
  private final AtomicInteger elsewhere = new AtomicInteger();
  private final Thread looking = new Thread(this::looks, "looking");
  private volatile boolean enough;

  /**
   * Begins to look for a class, for all whose names begin like this, or for one method: {@code
   * package.Class.method}. A method where others only read what the class holds.
   */
  public WhereItRuns(String name) {
    this.name = name;
    looking.start();
  }

  /** Makes it work until it was seen, and tells whether it was on an event loop. */
  public boolean onAnEventLoop(Runnable making) {
    Wait.until(
        "see " + name + " at work",
        () -> {
          making.run();
          return onEventLoops.get() + elsewhere.get() > 0;
        });
    return onEventLoops.get() > 0;
  }

  private void looks() {
    while (!enough) {
      LockSupport.parkNanos(PAUSE_NANOS);
      Thread.getAllStackTraces()
          .forEach(
              (thread, frames) -> {
                if (Arrays.stream(frames)
                    .anyMatch(
                        at -> (at.getClassName() + "." + at.getMethodName()).startsWith(name))) {
                  var seen = thread.getName().startsWith(EVENT_LOOP) ? onEventLoops : elsewhere;
                  seen.incrementAndGet();
                }
              });
    }
  }

  @Override
  public void close() {
    enough = true;
    try {
      looking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
