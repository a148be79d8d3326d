package org.localityvoice.event.registration;

import java.util.Optional;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.event.allocation.Transition;
import org.localityvoice.event.registration.Stand.State;

/**
 * What people are told of by a message: whatever happens to their registration without their doing.
 * Pure.
 */
final class Telling {
  static final String REMINDER = "registration.reminder";
  static final String PLACE_CHANGED = "registration.place-changed";
  static final String CONSENT_WITHDRAWN = "registration.consent-withdrawn";

  private Telling() {}

  /**
   * Names the sentence; empty where they know already.
   *
   * @param row as it was before
   */
  static Optional<String> of(Registration row, PlacesEffect effect) {
    var what = effect.what();
    if (what instanceof Transition.Offered) {
      return Optional.of("registration.offered");
    } else if (what instanceof Transition.Placed placed) {
      return placed.how() == Transition.Placed.How.AUTOMATIC
          ? Optional.of("registration.placed")
          : Optional.empty();
    } else if (what instanceof Transition.SessionMoved) {
      return row.state().live() ? Optional.of("registration.moved") : Optional.empty();
    } else if (what instanceof Transition.HasEnded ended) {
      // Whoever asked for a package is told of the package.
      return row.state() == State.HELD ? Optional.empty() : ended(ended.reason());
    }
    return Optional.empty();
  }

  private static Optional<String> ended(EndReason reason) {
    return switch (reason) {
      case LEFT, DECLINED, HOLD_LAPSED, RELEASED -> Optional.empty();
      case REMOVED -> Optional.of("registration.removed");
      case OFFER_LAPSED -> Optional.of("registration.offer-lapsed");
      case WITHDRAWN -> Optional.of("registration.withdrawn");
      case NOT_SERVED -> Optional.of("registration.not-served");
      case SESSION_CANCELLED -> Optional.of("registration.session-cancelled");
    };
  }
}
