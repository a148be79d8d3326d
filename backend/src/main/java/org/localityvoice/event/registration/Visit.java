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
 */
public record Visit(
    String session,
    String event,
    String locality,
    String organiser,
    String allotment,
    Instant startsAt,
    Instant endsAt,
    @Nullable List<Integer> remindMinutes) {

  public Visit {
    remindMinutes = remindMinutes == null ? null : List.copyOf(remindMinutes);
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
        session.remindMinutes());
  }

  Visit at(Instant start, Instant end) {
    return new Visit(session, event, locality, organiser, allotment, start, end, remindMinutes);
  }

  Visit reminded(@Nullable List<Integer> minutes) {
    return new Visit(session, event, locality, organiser, allotment, startsAt, endsAt, minutes);
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
