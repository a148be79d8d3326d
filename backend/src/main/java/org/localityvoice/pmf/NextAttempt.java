package org.localityvoice.pmf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what follows an attempt: the schedule of ten attempts in 75 h 35 min 5 s that Standard
 * Webhooks 1.0.0 gives as its example, spread by ±10 %.
 */
final class NextAttempt {
  /** What is waited between an attempt and the next; one shorter than the number of attempts. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  static final double JITTER = 0.1;

  /** An endpoint cannot put a statement off for longer than this at a time. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

  private NextAttempt() {}

  /** What follows. */
  sealed interface Outcome {
    record Delivered() implements Outcome {}

    record Retry(Instant at) implements Outcome {}

    record Gone() implements Outcome {}

    record Exhausted() implements Outcome {}
  }

  /**
   * What follows an attempt.
   *
   * @param failures failed attempts before this one, in this round
   * @param retryAfter until when the endpoint asked to be left alone
   * @param now when the answer came
   * @param random from 0 to 1, evenly spread
   */
  static Outcome after(
      int failures, Answer answer, Optional<Instant> retryAfter, Instant now, double random) {
    if (answer.success()) {
      return new Outcome.Delivered();
    }
    if (answer.gone()) {
      return new Outcome.Gone();
    }
    if (failures >= PAUSES.size()) {
      return new Outcome.Exhausted();
    }
    var scheduled = now.plus(spread(PAUSES.get(failures), random));
    var latest = now.plus(LONGEST_RETRY_AFTER);
    var asked = retryAfter.map(at -> at.isAfter(latest) ? latest : at).orElse(scheduled);
    return new Outcome.Retry(asked.isAfter(scheduled) ? asked : scheduled);
  }

  private static Duration spread(Duration pause, double random) {
    return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER + 2 * JITTER * random)));
  }
}
