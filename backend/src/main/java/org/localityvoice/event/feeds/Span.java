package org.localityvoice.event.feeds;

import java.time.Duration;
import java.time.Instant;
import org.localityvoice.event.Slot;

/**
 * The time that calendars cover, as moments at which sessions start.
 *
 * @param to not in it any more
 */
record Span(Instant from, Instant to) {
  private static final Duration AHEAD = Duration.ofDays(365);

  /**
   * So long what has been stays. A session that is cancelled just before its end stays 30 days
   * after that, and it may have begun {@link Slot#LONGEST} earlier.
   */
  private static final Duration BEHIND = Duration.ofDays(30).plus(Slot.LONGEST);

  static Span at(Instant now) {
    return new Span(now.minus(BEHIND), now.plus(AHEAD));
  }
}
