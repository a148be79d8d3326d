package org.localityvoice.event.allocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A session whose places are to be given out.
 *
 * @param id unique within its allotment
 * @param endsAt after {@code startsAt}
 * @param capacity participants, 0 to {@link #MOST_CAPACITY}
 */
public record NewSession(String id, Instant startsAt, Instant endsAt, int capacity, Policy policy) {
  /** The largest session, and the largest pool. The document must stay small. */
  public static final int MOST_CAPACITY = 1_000;

  public NewSession {
    checkTimes(startsAt, endsAt);
    checkCapacity(capacity);
    startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
    endsAt = endsAt.truncatedTo(ChronoUnit.MILLIS);
  }

  static void checkTimes(Instant startsAt, Instant endsAt) {
    if (!startsAt.truncatedTo(ChronoUnit.MILLIS).isBefore(endsAt.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("a session ends after it starts");
    }
  }

  static void checkCapacity(int capacity) {
    if (capacity < 0 || capacity > MOST_CAPACITY) {
      throw new IllegalArgumentException("capacity is out of bounds");
    }
  }
}
