package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.Words;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.event.attendance.Guest.Place;
import org.localityvoice.event.attendance.Guests.Expected;
import org.localityvoice.event.people.People;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/**
 * An organiser takes a party off the list of those who are to come. Its people are told, whoever
 * waits moves up, and it is noted who did it and why. A party comes together or not at all.
 */
final class GuestCancelService {
  private final DoorAccess access;
  private final Doors doors;
  private final Guests guests;
  private final Events events;
  private final People people;
  private final DoorAuditStore audit;
  private final InstantSource clock;

  GuestCancelService(
      DoorAccess access,
      Doors doors,
      Guests guests,
      Events events,
      People people,
      DoorAuditStore audit,
      InstantSource clock) {
    this.access = access;
    this.doors = doors;
    this.guests = guests;
    this.events = events;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why somebody is not to come. */
  enum Reason {
    ASKED_BY_FAMILY,
    NOT_ELIGIBLE,
    UNSAFE;

    /** The constant of that name in the contract: {@code asked-by-family}. */
    static Reason of(String slug) {
      return Words.constant(slug, Reason.class);
    }

    private String slug() {
      return Words.slug(this);
    }
  }

  /**
   * Ends the registration that somebody is expected by.
   *
   * @param guest their name at the door
   * @return fails with not-found for whoever is no officer of the organiser, when staff have
   *     nothing to do with the door, and where nobody of that name has a place
   */
  Future<Void> cancel(Caller caller, String sessionId, String guest, Reason reason) {
    return access
        .ours(sessionId, caller)
        .compose(
            session -> {
              if (!DoorAccess.hours(session).kept(clock.instant())) {
                throw Problem.notFound();
              }
              return expected(session, guest)
                  .compose(
                      one ->
                          noted(caller, session, one, reason)
                              .compose(noted -> end(session, one.registration())));
            });
  }

  private Future<Expected> expected(Session session, String guest) {
    return doors
        .find(session.id())
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(opened -> guests.expected(session, opened.key()))
        .map(
            all ->
                Optional.ofNullable(all.get(guest))
                    .filter(one -> one.place() == Place.PLACED)
                    .orElseThrow(Problem::notFound));
  }

  private Future<Void> noted(Caller caller, Session session, Expected one, Reason reason) {
    var now = clock.instant();
    return people
        .find(one.participant())
        .map(found -> guests.age(session, found).under18())
        .compose(
            young ->
                audit.add(
                    RosterService.read(
                        DoorAccess.signing(caller),
                        session.id(),
                        "cancel-" + reason.slug(),
                        young ? List.of(one.participant()) : List.of(),
                        now)));
  }

  private Future<Void> end(Session session, String registration) {
    return events
        .allotments()
        .apply(
            session.allotmentId(),
            new Command.Leave(session.id(), registration, Command.Leave.By.ORGANISER))
        .compose(
            answer ->
                answer instanceof Answer.Refused refused
                    ? Future.failedFuture(
                        refused.why() == Refusal.SESSION_OVER
                            ? Problem.conflict("session-over")
                            : Problem.notFound())
                    : Future.succeededFuture());
  }
}
