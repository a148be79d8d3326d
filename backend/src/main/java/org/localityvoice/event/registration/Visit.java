package org.localityvoice.event.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.ReminderTimes;
import org.localityvoice.event.Session;

/**
 * The session that a registration is in, as far as its row is found by it.
 *
 * @param organiser id of the partner who answers for it
 * @param allotment which decides about its places
 * @param startsAt as the allotment has it; follows when the session is moved
 * @param remindMinutes how long before it people are reminded; absent for the usual times
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
    @Nullable List<Integer> remindMinutes,
    @Nullable Place place) {

  public Visit {
    remindMinutes = remindMinutes == null ? null : List.copyOf(remindMinutes);
  }

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
        session.remindMinutes(),
        Place.of(session));
  }

  Visit at(Instant start, Instant end) {
    return new Visit(
        session, event, locality, organiser, allotment, start, end, remindMinutes, place);
  }

  Visit reminded(@Nullable List<Integer> minutes) {
    return new Visit(
        session, event, locality, organiser, allotment, startsAt, endsAt, minutes, place);
  }

  Visit at(Place other) {
    return new Visit(
        session, event, locality, organiser, allotment, startsAt, endsAt, remindMinutes, other);
  }

  /** When people are next reminded of it; those moments that have passed are not made up for. */
  Optional<Instant> reminder(Instant now) {
    return Reminders.next(startsAt, ReminderTimes.of(remindMinutes), now);
  }

  /** Whether people are reminded of it at the same moments. */
  boolean remindsLike(Visit other) {
    return startsAt.equals(other.startsAt) && Objects.equals(remindMinutes, other.remindMinutes);
  }

  /** Whether both take place at some moment; touching is not overlapping. */
  boolean overlaps(Instant start, Instant end) {
    return startsAt.isBefore(end) && start.isBefore(endsAt);
  }
}
