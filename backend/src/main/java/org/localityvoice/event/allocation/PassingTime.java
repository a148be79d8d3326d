package org.localityvoice.event.allocation;

import java.util.Optional;
import org.localityvoice.event.allocation.Standing.Held;
import org.localityvoice.event.allocation.Standing.Offered;
import org.localityvoice.event.allocation.Standing.Waiting;

/** What ends by itself: offers, holds, and the wait for a session that starts. */
final class PassingTime {
  private PassingTime() {}

  static void lapse(Draft draft) {
    for (var session : draft.sessions()) {
      for (var booking : session.bookings()) {
        reason(draft, session, booking)
            .ifPresent(reason -> draft.end(session.id(), booking, reason));
      }
    }
  }

  private static Optional<EndReason> reason(Draft draft, SessionPlaces session, Booking booking) {
    var now = draft.now();
    var late =
        session.hasStarted(now)
            || Due.until(booking.standing()).filter(until -> !now.isBefore(until)).isPresent();
    if (!late) {
      return Optional.empty();
    }
    if (booking.standing() instanceof Offered) {
      return Optional.of(EndReason.OFFER_LAPSED);
    }
    if (booking.standing() instanceof Held) {
      return Optional.of(EndReason.HOLD_LAPSED);
    }
    return booking.standing() instanceof Waiting
        ? Optional.of(EndReason.NOT_SERVED)
        : Optional.empty();
  }
}
