package org.localityvoice.event.allocation;

import java.util.Optional;

/** What an organiser does to a session as a whole, or to the pool. */
final class SessionChanges {
  private static final Optional<Refusal> DONE = Optional.empty();

  private final Draft draft;

  SessionChanges(Draft draft) {
    this.draft = draft;
  }

  Optional<Refusal> add(NewSession session) {
    if (draft.session(session.id()).isPresent()) {
      return DONE;
    }
    if (draft.poolCapacity().isEmpty()) {
      return Optional.of(Refusal.NO_POOL);
    }
    if (draft.sessions().size() == NewAllotment.MOST_SESSIONS) {
      return Optional.of(Refusal.TOO_MANY_SESSIONS);
    }
    draft.change(SessionPlaces.empty(session), new Transition.SessionAdded());
    return DONE;
  }

  Optional<Refusal> changePool(int capacity) {
    var before = draft.poolCapacity();
    if (before.isEmpty()) {
      return Optional.of(Refusal.NO_POOL);
    }
    if (before.get() != capacity) {
      draft.changePool(capacity);
    }
    return DONE;
  }

  Optional<Refusal> changeCapacity(SessionPlaces session, int capacity) {
    return change(
        session, session.withCapacity(capacity), new Transition.CapacityChanged(capacity));
  }

  Optional<Refusal> changePolicy(SessionPlaces session, Policy policy) {
    return change(session, session.with(policy), new Transition.PolicyChanged());
  }

  Optional<Refusal> move(SessionPlaces session, Command.MoveSession move) {
    if (move.startsAt().equals(session.startsAt()) && move.endsAt().equals(session.endsAt())) {
      // Also when it has been moved to where it is over: this may be the retry.
      return session.state() == SessionState.CANCELLED
          ? Optional.of(Refusal.SESSION_CANCELLED)
          : DONE;
    }
    var moved = session.moved(move.startsAt(), move.endsAt());
    return change(
        session,
        moved,
        new Transition.SessionMoved(moved.startsAt(), moved.endsAt(), moved.sequence()));
  }

  Optional<Refusal> cancel(SessionPlaces session) {
    if (session.state() == SessionState.CANCELLED) {
      return DONE;
    }
    var cancelled = session.cancelled();
    var refusal = change(session, cancelled, new Transition.SessionCancelled(cancelled.sequence()));
    if (refusal.isEmpty()) {
      session
          .bookings()
          .forEach(booking -> draft.end(session.id(), booking, EndReason.SESSION_CANCELLED));
    }
    return refusal;
  }

  private Optional<Refusal> change(SessionPlaces before, SessionPlaces after, Transition what) {
    var closed = before.closed(draft.now());
    if (closed.isEmpty() && !before.equals(after)) {
      draft.change(after, what);
    }
    return closed;
  }
}
