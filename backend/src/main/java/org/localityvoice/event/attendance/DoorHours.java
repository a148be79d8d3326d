package org.localityvoice.event.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a door is kept. Everything is counted by our own clock; that of a device is only held
 * against it.
 *
 * @param startsAt of the session
 * @param endsAt of the session
 */
record DoorHours(Instant startsAt, Instant endsAt) {
  /** How long before the start staff see who is to come. */
  static final Duration SEEN_BEFORE = Duration.ofDays(2);

  /** How long after the end. */
  static final Duration SEEN_AFTER = Duration.ofDays(1);

  /** How long before the start somebody can come. */
  static final Duration COME_BEFORE = Duration.ofHours(12);

  /** By how much the clock of a device may be wrong, or its message late. */
  static final Duration CLOCKS = Duration.ofDays(2);

  /** Whether staff have anything to do with it: from 48 h before to 24 h after. */
  boolean kept(Instant now) {
    return !now.isBefore(startsAt.minus(SEEN_BEFORE)) && !over(now);
  }

  /** Whether nobody will stand there any more. */
  boolean over(Instant now) {
    return !now.isBefore(endsAt.plus(SEEN_AFTER));
  }

  /** Whether something can have gone wrong then: not before there was a door, nor days ahead. */
  boolean canHaveBeen(Instant at, Instant now) {
    return !at.isBefore(startsAt.minus(SEEN_BEFORE)) && !at.isAfter(now.plus(CLOCKS));
  }

  /** What is wrong with the time of an item. */
  Optional<Verdict> fault(Instant at, Instant now) {
    if (now.isBefore(startsAt.minus(COME_BEFORE)) || at.isBefore(now.minus(CLOCKS))) {
      return Optional.of(Verdict.TOO_EARLY);
    }
    return at.isAfter(now.plus(CLOCKS)) ? Optional.of(Verdict.TOO_LATE) : Optional.empty();
  }
}
