package org.localityvoice.event.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When people are reminded, and when young people are left in peace. Pure. */
final class Reminders {
  /** From then on nothing goes to somebody under 18. */
  static final LocalTime NIGHT = LocalTime.of(21, 0);

  /** Until then. */
  static final LocalTime MORNING = LocalTime.of(8, 0);

  private Reminders() {}

  /** The next moment of a reminder after now; those that have passed are not made up for. */
  static Optional<Instant> next(Instant startsAt, List<Duration> before, Instant now) {
    return before.stream().map(startsAt::minus).filter(now::isBefore).min(Instant::compareTo);
  }

  /** When somebody under 18 may be told what others are told now. */
  static Instant awake(Instant now, ZoneId zone) {
    var local = now.atZone(zone);
    var time = local.toLocalTime();
    if (time.isBefore(MORNING)) {
      return local.with(MORNING).toInstant();
    }
    return time.isBefore(NIGHT) ? now : local.plusDays(1).with(MORNING).toInstant();
  }
}
