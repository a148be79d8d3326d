package org.localityvoice.event.allocation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Command.ChangeParty;
import org.localityvoice.event.allocation.Command.Leave.By;
import org.localityvoice.event.allocation.Standing.Held;
import org.localityvoice.event.allocation.Standing.Offered;
import org.localityvoice.event.allocation.Standing.Placed;
import org.localityvoice.event.allocation.Standing.Waiting;

/** What may be done with a registration that has not ended. */
final class Registered {
  private static final Optional<Refusal> DONE = Optional.empty();
  private static final Optional<Refusal> NOTHING_OFFERED = Optional.of(Refusal.NOTHING_OFFERED);

  private final Draft draft;
  private final Joining joining;

  Registered(Draft draft, Joining joining) {
    this.draft = draft;
    this.joining = joining;
  }

  Optional<Refusal> leave(SessionPlaces session, Booking booking, By by) {
    draft.end(session.id(), booking, by == By.ORGANISER ? EndReason.REMOVED : EndReason.LEFT);
    return DONE;
  }

  Optional<Refusal> accept(SessionPlaces session, Booking booking) {
    return booking.standing() instanceof Offered
        ? place(session, booking, Transition.Placed.How.ACCEPTED)
        : placedAlready(booking);
  }

  Optional<Refusal> confirm(SessionPlaces session, Booking booking) {
    return booking.standing() instanceof Held
        ? place(session, booking, Transition.Placed.How.CONFIRMED)
        : placedAlready(booking);
  }

  Optional<Refusal> decline(SessionPlaces session, Booking booking) {
    if (!(booking.standing() instanceof Offered)) {
      return NOTHING_OFFERED;
    }
    draft.end(session.id(), booking, EndReason.DECLINED);
    return DONE;
  }

  Optional<Refusal> release(SessionPlaces session, Booking booking) {
    if (!(booking.standing() instanceof Held || booking.standing() instanceof Placed)) {
      return NOTHING_OFFERED;
    }
    draft.end(session.id(), booking, EndReason.RELEASED);
    return DONE;
  }

  Optional<Refusal> changeParty(SessionPlaces session, Booking booking, ChangeParty change) {
    var all = new LinkedHashSet<>(booking.participants());
    change.leaving().forEach(all::remove);
    all.addAll(change.coming());
    var before = Set.copyOf(booking.participants());
    if (booking.applied().contains(change.key()) || all.equals(before)) {
      return DONE;
    }
    if (all.isEmpty()) {
      return leave(session, booking, By.RESIDENT);
    }
    if (session.hasStarted(draft.now()) && !before.containsAll(all)) {
      return Optional.of(Refusal.SESSION_STARTED);
    }
    var wanted = List.copyOf(all);
    if (session.hasOther(booking.registration(), wanted)) {
      return Optional.of(Refusal.PARTICIPANT_REGISTERED);
    }
    var more = wanted.size() - booking.size();
    if (more > 0 && wanted.size() > Math.min(draft.mostIn(session), Party.MOST)) {
      return Optional.of(Refusal.PARTY_TOO_LARGE);
    }
    if (more > 0 && !mayGrow(session, booking, more)) {
      return Optional.of(Refusal.FULL);
    }
    var changed = booking.of(wanted).having(change.key());
    var waitsAnew = more > 0 && booking.standing() instanceof Waiting;
    draft.change(
        session.id(),
        waitsAnew ? changed.withTicket(draft.ticket()) : changed,
        new Transition.PartyChanged());
    return DONE;
  }

  /** One participant fewer, in every session that is not over, or in one of them. */
  void remove(String participant, @Nullable String only) {
    for (var session : draft.sessions()) {
      var meant = only == null || only.equals(session.id());
      if (meant && session.closed(draft.now()).isEmpty()) {
        session.bookings().stream()
            .filter(booking -> booking.participants().contains(participant))
            .forEach(booking -> shrink(session, booking, participant));
      }
    }
  }

  private void shrink(SessionPlaces session, Booking booking, String participant) {
    List<String> left = new ArrayList<>(booking.participants());
    left.remove(participant);
    if (left.isEmpty()) {
      draft.end(session.id(), booking, EndReason.WITHDRAWN);
    } else {
      draft.change(session.id(), booking.of(left), new Transition.PartyChanged());
    }
  }

  /** Places that others wait for are not taken by the way, not even those too few for them. */
  private boolean mayGrow(SessionPlaces session, Booking booking, int more) {
    return booking.standing() instanceof Waiting
        ? joining.roomToWait(more)
        : session.waitlist().isEmpty() && Waitlist.admits(draft, session, more);
  }

  private Optional<Refusal> place(
      SessionPlaces session, Booking booking, Transition.Placed.How how) {
    draft.change(session.id(), booking.at(new Placed(draft.now())), new Transition.Placed(how));
    return DONE;
  }

  private static Optional<Refusal> placedAlready(Booking booking) {
    return booking.standing() instanceof Placed ? DONE : NOTHING_OFFERED;
  }
}
