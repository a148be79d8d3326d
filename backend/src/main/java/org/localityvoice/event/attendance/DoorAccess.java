package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Set;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Problem;

/** Which staff have to do with a session's door. Whoever has not is told that there is none. */
final class DoorAccess {
  /** Who may keep a door. */
  static final Set<Role> KEEPERS = Set.of(Role.PARTNER_OFFICER, Role.NEIGHBOURHOOD_MANAGER);

  private final Events events;
  private final InstantSource clock;

  DoorAccess(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /** A session that was published, for the organiser's officers there and for the manager. */
  Future<Session> kept(String id, Caller caller) {
    return published(id)
        .map(
            session -> {
              if (!Events.manages(caller, session)) {
                throw Problem.notFound();
              }
              return session;
            });
  }

  /** The same for those who may know who is to come: the organiser's officers, no manager. */
  Future<Session> ours(String id, Caller caller) {
    return kept(id, caller)
        .map(
            session -> {
              if (!runs(caller, session)) {
                throw Problem.notFound();
              }
              return session;
            });
  }

  /** Whether somebody is an officer of the organiser; a manager is told numbers, and not who. */
  static boolean runs(Caller caller, Session session) {
    return caller.has(Role.PARTNER_OFFICER)
        && caller.organisation().filter(session.organiser()::equals).isPresent();
  }

  /** The same within the hours in which staff see who is to come. */
  Future<Session> open(String id, Caller caller) {
    return kept(id, caller)
        .map(
            session -> {
              if (!hours(session).kept(clock.instant())) {
                throw Problem.notFound();
              }
              return session;
            });
  }

  /** A session that was published, also if it was cancelled since. */
  Future<Session> published(String id) {
    return events
        .session(id)
        .map(
            found ->
                found
                    .filter(one -> one.listed() && one.status() != SessionStatus.DRAFT)
                    .orElseThrow(Problem::notFound));
  }

  /** Who signs for what happens at a door. */
  static Signatory signing(Caller caller) {
    return caller.signing(KEEPERS);
  }

  static DoorHours hours(Session session) {
    return new DoorHours(session.startsAt(), session.endsAt());
  }
}
