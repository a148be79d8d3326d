package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionReceiver;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.registration.Audience.Listeners;
import org.localityvoice.event.registration.Stand.State;
import org.localityvoice.event.registration.Visit.Place;
import org.localityvoice.mongo.Decision;

/**
 * Tells people that a session is somewhere else. The allotment knows of times and not of places, so
 * each row notes the place that its people know, and is written with the message in its outbox:
 * they are told once, however often we hear of the change.
 */
final class Relocations implements SessionReceiver {
  /**
   * Whoever is only asking, or is kept places for a package, is told when they have them: see
   * {@link RegistrationReceiver}.
   */
  private static final Set<State> TOLD = EnumSet.of(State.PLACED, State.WAITING, State.OFFERED);

  private final RegistrationStore store;
  private final Audience audience;
  private final InstantSource clock;

  Relocations(RegistrationStore store, Audience audience, InstantSource clock) {
    this.store = store;
    this.audience = audience;
    this.clock = clock;
  }

  @Override
  public Future<Void> changed(Session session) {
    return session.listed() && session.status() == SessionStatus.SCHEDULED
        ? SessionRows.each(store, session.id(), row -> follow(row, session))
        : Future.succeededFuture();
  }

  /** Brings a row up to where its session is. */
  Future<Void> follow(Registration row, Session session) {
    if (!isBehind(row, session, clock.instant())) {
      return Future.succeededFuture();
    }
    return audience
        .of(row.participants())
        .compose(
            listeners ->
                SessionRows.unlessGone(
                    store.<Boolean>change(row.id(), seen -> followed(seen, session, listeners)),
                    false))
        .mapEmpty();
  }

  private static boolean isBehind(Registration row, Session session, Instant now) {
    var known = row.visit().place();
    return TOLD.contains(row.state())
        && now.isBefore(session.endsAt())
        && session.status() == SessionStatus.SCHEDULED
        && (known == null || known.sequence() < session.sequence());
  }

  private Decision<Registration, Boolean> followed(
      Registration row, Session session, Listeners listeners) {
    var now = clock.instant();
    if (!isBehind(row, session, now)) {
      return Decision.keep(false);
    }
    var draft = RowDraft.of(row);
    var place = Place.of(session);
    var known = row.visit().place();
    draft.visit(row.visit().at(place));
    if (known != null && !known.isWhere(place) && !listeners.young().isEmpty()) {
      audience.tell(draft, row.id(), Telling.PLACE_CHANGED, session, listeners, now);
    }
    return draft.decided(now, true);
  }
}
