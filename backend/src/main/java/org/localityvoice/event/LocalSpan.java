package org.localityvoice.event;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From when to when by the clocks of the area.
 *
 * @param ends after {@code starts}, by a day at most
 */
record LocalSpan(LocalDateTime starts, LocalDateTime ends) {
  LocalSpan {
    if (!starts.isBefore(ends) || ends.isAfter(starts.plusDays(1))) {
      throw new IllegalArgumentException("no span of a session");
    }
  }

  /** On a day; an end that is not after the start is on the next day. */
  static LocalSpan on(LocalDate day, LocalTime starts, LocalTime ends) {
    return new LocalSpan(
        day.atTime(starts), (ends.isAfter(starts) ? day : day.plusDays(1)).atTime(ends));
  }

  /**
   * The moments. A start that clocks going forward skip is later by as much as they are, and the
   * end with it; of two equal times when they go back, the first is meant.
   */
  Slot in(ZoneId zone, String venueId, String spaceId) {
    var skipped = zone.getRules().getValidOffsets(starts).isEmpty();
    var from = starts.atZone(zone).toInstant();
    var to = skipped ? from.plus(Duration.between(starts, ends)) : ends.atZone(zone).toInstant();
    return new Slot(from, to, venueId, spaceId);
  }
}
