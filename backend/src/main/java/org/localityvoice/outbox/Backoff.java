package org.localityvoice.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The documents whose last delivery failed, and until when each is left alone: 1 s, 2 s, 4 s and so
 * on to five minutes. Kept in memory only: after a restart everything is tried once more.
 */
final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private final Map<String, Rest> resting = new ConcurrentHashMap<>();

  private record Rest(int failures, Instant until) {}

  /** Documents that are not to be tried now. */
  Set<String> at(Instant now) {
    return resting.entrySet().stream()
        .filter(entry -> entry.getValue().until().isAfter(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Notes a failure and tells until when the document rests. */
  Instant failed(String id, Instant now) {
    var rest =
        resting.compute(
            id,
            (key, before) -> {
              var failures = before == null ? 1 : before.failures() + 1;
              return new Rest(failures, now.plus(pause(failures)));
            });
    return rest.until();
  }

  void succeeded(String id) {
    resting.remove(id);
  }

  private static Duration pause(int failures) {
    var pause = Duration.ofSeconds(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
