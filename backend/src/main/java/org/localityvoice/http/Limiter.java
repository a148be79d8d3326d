package org.localityvoice.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Counts calls against the limits (generic cell rate algorithm: one time a key, no timer). Kept in
 * memory and for each instance by itself: an address that answers a survey must not reach the
 * store, and a commit a request would cost more than the request.
 */
public final class Limiter {
  private static final int MOST_KEYS = 100_000;

  private final InstantSource clock;
  // Forgotten after the longest window: an idle key is a full bucket anyway.
  private final Cache<String, AtomicLong> arrivals =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(Duration.ofHours(1)).build();

  /** All buckets full. */
  public Limiter(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What is left.
   *
   * @param allowed whether this call is within the limit
   * @param remaining calls that would be allowed right now
   * @param pause until one more is allowed; zero when allowed
   */
  record Verdict(boolean allowed, int remaining, Duration pause) {}

  /**
   * Takes one call out of a bucket that an operation counts by a key of its own.
   *
   * @param key whom to count; never personal data
   * @throws Problem {@code too-many-requests} with the time to wait when the bucket is empty
   */
  public void take(Limit limit, String key) {
    var verdict = count(limit, key);
    if (!verdict.allowed()) {
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(verdict.pause());
    }
  }

  /** Takes one call out of the bucket. */
  Verdict count(Limit limit, String key) {
    return decide(limit, key, true);
  }

  /** Looks without taking. */
  Verdict look(Limit limit, String key) {
    return decide(limit, key, false);
  }

  private Verdict decide(Limit limit, String key, boolean take) {
    var now = clock.millis();
    var step = Math.max(1, limit.window().toMillis() / limit.burst());
    var tolerance = step * (limit.burst() - 1L);
    var arrival = arrivals.get(limit.slug() + ":" + key, fresh -> new AtomicLong());
    while (true) {
      var seen = arrival.get();
      var base = Math.max(seen, now);
      if (base - now > tolerance) {
        return new Verdict(false, 0, Duration.ofMillis(base - now - tolerance));
      }
      if (!take || arrival.compareAndSet(seen, base + step)) {
        var remaining = (int) ((tolerance - (base - now)) / step) + (take ? 0 : 1);
        return new Verdict(true, remaining, Duration.ZERO);
      }
    }
  }
}
