package org.localityvoice.event.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Session;

/**
 * The session that a registration is in, as far as its row is found by it.
 *
 * @param organiser id of the partner who answers for it
 * @param allotment which decides about its places
 * @param startsAt as the allotment has it; follows when the session is moved
 * @param place where it is, as far as its people have been told; absent in rows from before it was
 *     noted
 */
public record Visit(
    String session,
    String event,
    String locality,
    String organiser,
    String allotment,
    Instant startsAt,
    Instant endsAt,
    @Nullable Place place) {

  /**
   * A space of a venue.
   *
   * @param sequence of the session when it was there; a later place has a greater one
   */
  public record Place(String venue, String space, int sequence) {
    static Place of(Session session) {
      return new Place(session.venueId(), session.spaceId(), session.sequence());
    }

    boolean isWhere(Place other) {
      return venue.equals(other.venue) && space.equals(other.space);
    }
  }

  static Visit of(Session session) {
    return new Visit(
        session.id(),
        session.eventId(),
        session.localityId(),
        session.organiser(),
        session.allotmentId(),
        session.startsAt(),
        session.endsAt(),
        Place.of(session));
  }

  Visit at(Instant start, Instant end) {
    return new Visit(session, event, locality, organiser, allotment, start, end, place);
  }

  Visit at(Place other) {
    return new Visit(session, event, locality, organiser, allotment, startsAt, endsAt, other);
  }

  /** Whether both take place at some moment; touching is not overlapping. */
  boolean overlaps(Instant start, Instant end) {
    return startsAt.isBefore(end) && start.isBefore(endsAt);
  }
}
