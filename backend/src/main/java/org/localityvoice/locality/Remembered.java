package org.localityvoice.locality;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something read from the store that is taken for what is for a short time. For any number of
 * threads; each caller's future completes on its own context, because only values are kept.
 */
public final class Remembered<T> {
  /** How long others make do with what was known while one caller asks. */
  public static final Duration BRIDGED = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Duration time;
  private final Supplier<Future<Optional<T>>> source;
  private volatile Memory<T> memory = new Memory<>(Optional.empty(), Instant.MIN, 0);

  /**
   * A memory that knows nothing yet.
   *
   * @param time for which what was read is taken for what is
   * @param source where to read; empty where there is nothing
   */
  public Remembered(InstantSource clock, Duration time, Supplier<Future<Optional<T>>> source) {
    this.clock = clock;
    this.time = time;
    this.source = source;
  }

  /** What is known, or what the source says. */
  public Future<Optional<T>> get() {
    var now = clock.instant();
    var seen = memory;
    if (now.isBefore(seen.until())) {
      return Future.succeededFuture(seen.value());
    }
    if (seen.value().isPresent()) {
      remember(new Memory<>(seen.value(), now.plus(BRIDGED), seen.changes()));
    }
    return source
        .get()
        .onSuccess(found -> remember(new Memory<>(found, now.plus(time), seen.changes())));
  }

  /** To be called after a change: what was known, or is being read just now, may be older. */
  public synchronized void forget() {
    memory = new Memory<>(Optional.empty(), Instant.MIN, memory.changes() + 1);
  }

  private synchronized void remember(Memory<T> read) {
    if (read.changes() == memory.changes()) {
      memory = read;
    }
  }

  /**
   * What was read.
   *
   * @param until when it is no longer taken for what is
   * @param changes how many there had been when the reading began
   */
  private record Memory<T>(Optional<T> value, Instant until, long changes) {}
}
