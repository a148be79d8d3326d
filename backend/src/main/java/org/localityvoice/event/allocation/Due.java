package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Standing.Held;
import org.localityvoice.event.allocation.Standing.Offered;
import org.localityvoice.event.allocation.Standing.Placed;

/** What of an allotment follows from its sessions and the time, and is stored to be found by. */
final class Due {
  private Due() {}

  /** Everybody who is in a session that is not over, each once, in order. */
  static List<String> participants(List<SessionPlaces> sessions, Instant now) {
    return sessions.stream()
        .filter(session -> !session.isOver(now))
        .flatMap(session -> session.bookings().stream())
        .flatMap(booking -> booking.participants().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** When time alone will change something. */
  static @Nullable Instant at(List<SessionPlaces> sessions, Instant now) {
    return sessions.stream()
        .filter(session -> !session.isOver(now))
        .flatMap(
            session -> session.bookings().stream().flatMap(booking -> moments(session, booking)))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** When the last session that knows a party begins. */
  static @Nullable Instant lastBooked(List<SessionPlaces> sessions) {
    return sessions.stream()
        .filter(session -> !session.bookings().isEmpty())
        .map(SessionPlaces::startsAt)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** When the last session that knows registrations that have ended is over. */
  static @Nullable Instant lastEnded(List<SessionPlaces> sessions) {
    return sessions.stream()
        .filter(session -> !session.ended().isEmpty())
        .map(SessionPlaces::endsAt)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Stream<Instant> moments(SessionPlaces session, Booking booking) {
    return booking.standing() instanceof Placed
        ? Stream.of(session.endsAt())
        : Stream.concat(until(booking.standing()).stream(), Stream.of(session.startsAt()));
  }

  /** Until when places are kept for a booking that has not got them yet. */
  static Optional<Instant> until(Standing standing) {
    if (standing instanceof Offered offered) {
      return Optional.of(offered.until());
    }
    return standing instanceof Held held ? Optional.of(held.until()) : Optional.empty();
  }
}
