package org.localityvoice.report.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.localityvoice.report.Standing;

/**
 * How long somebody waited, or has waited so far. Calendar time: nights, weekends and holidays
 * count, because people wait through them.
 *
 * @param millis from the submission, 0 or more
 * @param over whether what they waited for has come; otherwise they waited at least so long
 */
record Waiting(long millis, boolean over) {

  /**
   * The wait for the first thing that staff said. A report that was confirmed as done before
   * anybody said anything is waited on no longer, from that moment.
   */
  static Waiting forAnswer(Standing standing, Instant date) {
    var answered = standing.firstAnswerAt();
    return answered == null
        ? new Waiting(since(standing, confirmed(standing).orElse(date)), false)
        : new Waiting(since(standing, answered), true);
  }

  /**
   * The wait for a fix that somebody other than the owner has confirmed. A refusal is no fix, so
   * that wait goes on; a confirmation that is disputed is none.
   */
  static Waiting forConfirmedFix(Standing standing, Instant date) {
    return confirmed(standing)
        .map(at -> new Waiting(since(standing, at), true))
        .orElseGet(() -> new Waiting(since(standing, date), false));
  }

  private static Optional<Instant> confirmed(Standing standing) {
    return Optional.ofNullable(standing.confirmedAt());
  }

  private static long since(Standing standing, Instant end) {
    return Math.max(0, Duration.between(standing.submittedAt(), end).toMillis());
  }
}
