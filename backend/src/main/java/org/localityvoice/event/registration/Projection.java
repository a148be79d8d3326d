package org.localityvoice.event.registration;

import java.util.Optional;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.event.allocation.SessionPlaces;
import org.localityvoice.event.allocation.Transition;
import org.localityvoice.event.registration.Stand.State;

/** Rows made from what has happened, or from the allotment itself. Pure. */
final class Projection {
  private Projection() {}

  /** Brings a row up to an effect that is about its registration or its session. */
  static void take(RowDraft draft, Registration row, PlacesEffect effect) {
    if (effect.number() <= row.number()) {
      return;
    }
    draft.number(effect.number());
    var what = effect.what();
    if (what instanceof Transition.SessionMoved moved) {
      draft.visit(row.visit().at(moved.startsAt(), moved.endsAt()));
    } else if (what instanceof Transition.OfRegistration) {
      draft.participants(effect.participants());
      stand(what).ifPresent(draft::stand);
    }
  }

  private static Optional<Stand> stand(Transition what) {
    if (what instanceof Transition.Placed) {
      return Optional.of(Stand.in(State.PLACED));
    } else if (what instanceof Transition.Waitlisted) {
      return Optional.of(Stand.in(State.WAITING));
    } else if (what instanceof Transition.Offered offered) {
      return Optional.of(new Stand(State.OFFERED, offered.until(), null));
    } else if (what instanceof Transition.Held held) {
      return Optional.of(new Stand(State.HELD, held.until(), null));
    } else if (what instanceof Transition.HasEnded ended) {
      return Optional.of(Stand.ended(ended.reason()));
    }
    return Optional.empty();
  }

  /**
   * Brings a row up to the allotment, which is ahead of what the outbox has delivered.
   *
   * @return whether the allotment knows the registration
   */
  static boolean take(RowDraft draft, Registration row, Allotment allotment) {
    var session = allotment.session(row.visit().session());
    var stand = session.flatMap(places -> stand(places, row.id()));
    if (stand.isEmpty()) {
      return false;
    }
    if (allotment.effects() > row.number()) {
      var places = session.orElseThrow();
      draft
          .number(allotment.effects())
          .visit(row.visit().at(places.startsAt(), places.endsAt()))
          .stand(stand.get());
      places.booking(row.id()).ifPresent(one -> draft.participants(one.participants()));
    }
    return true;
  }

  private static Optional<Stand> stand(SessionPlaces places, String registration) {
    return places
        .booking(registration)
        .map(booking -> Stand.of(booking.standing()))
        .or(
            () ->
                places.ended().stream()
                    .filter(one -> one.registration().equals(registration))
                    .findFirst()
                    .map(one -> Stand.ended(one.reason())));
  }
}
