package org.localityvoice.event.registration;

import java.time.Instant;
import org.localityvoice.event.Session;

/**
 * The session that a registration is in, as far as its row is found by it.
 *
 * @param organiser id of the partner who answers for it
 * @param allotment which decides about its places
 * @param startsAt as the allotment has it; follows when the session is moved
 */
public record Visit(
    String session,
    String event,
    String locality,
    String organiser,
    String allotment,
    Instant startsAt,
    Instant endsAt) {

  static Visit of(Session session) {
    return new Visit(
        session.id(),
        session.eventId(),
        session.localityId(),
        session.organiser(),
        session.allotmentId(),
        session.startsAt(),
        session.endsAt());
  }

  Visit at(Instant start, Instant end) {
    return new Visit(session, event, locality, organiser, allotment, start, end);
  }

  /** Whether both take place at some moment; touching is not overlapping. */
  boolean overlaps(Instant start, Instant end) {
    return startsAt.isBefore(end) && start.isBefore(endsAt);
  }
}
