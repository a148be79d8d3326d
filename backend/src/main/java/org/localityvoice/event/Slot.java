package org.localityvoice.event;

import java.time.Duration;
import java.time.Instant;

/**
 * When and where.
 *
 * @param endsAt after {@code startsAt}, by {@link #LONGEST} at most; not in it any more
 * @param venueId a venue of the area
 * @param spaceId a space of that venue
 */
public record Slot(Instant startsAt, Instant endsAt, String venueId, String spaceId) {
  /** The longest session: a day, which is an hour longer when clocks go back. */
  public static final Duration LONGEST = Duration.ofHours(25);

  public Slot {
    if (!startsAt.isBefore(endsAt) || Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("no time of a session");
    }
  }

  /** Whether both take place at some moment; touching is not overlapping. */
  public boolean overlaps(Slot other) {
    return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
  }
}
