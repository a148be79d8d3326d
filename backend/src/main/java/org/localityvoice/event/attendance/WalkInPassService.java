package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.localityvoice.event.Event;
import org.localityvoice.event.Events;
import org.localityvoice.event.RegistrationIds;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Problem;

/**
 * Makes the passes of parties that come from the street. Whoever looks after them makes one on
 * their own phone, once the session has been told what it asks.
 */
final class WalkInPassService {
  /** How long a pass is good for. */
  static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final DoorAccess access;
  private final Events events;
  private final People people;
  private final WalkInRules rules;
  private final WalkInPassStore passes;
  private final RegistrationIds ids;
  private final Doors doors;
  private final InstantSource clock;

  WalkInPassService(
      DoorAccess access,
      Events events,
      People people,
      WalkInRules rules,
      WalkInPassStore passes,
      RegistrationIds ids,
      Doors doors,
      InstantSource clock) {
    this.access = access;
    this.events = events;
    this.people = people;
    this.rules = rules;
    this.passes = passes;
    this.ids = ids;
    this.doors = doors;
    this.clock = clock;
  }

  /**
   * Makes a pass; the same request gets the same one.
   *
   * @param registration id made by the client
   * @return fails with not-found where one of them is not the caller's to bring
   */
  Future<WalkInPass> pass(
      Caller caller, String sessionId, String registration, List<String> participants) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return access
        .published(sessionId)
        .compose(
            session ->
                party(caller, participants)
                    .compose(
                        party ->
                            people
                                .mustBeOldEnough(caller.uid(), party)
                                .compose(old -> checked(caller, session, party, now)))
                    .compose(may -> ids.freeFor(sessionId, registration))
                    .compose(
                        free ->
                            free
                                ? doors.open(session)
                                : Future.failedFuture(Problem.conflict(RegistrationIds.TAKEN)))
                    .compose(
                        opened ->
                            kept(
                                new WalkInPass(
                                    opened.key().pass(caller.uid(), registration),
                                    sessionId,
                                    registration,
                                    caller.uid(),
                                    participants,
                                    now.plus(GOOD_FOR)))));
  }

  private Future<List<Participant>> party(Caller caller, List<String> ids) {
    var found = ids.stream().map(id -> people.actedFor(caller.uid(), id)).toList();
    return Future.all(found).map(all -> found.stream().map(Future::result).toList());
  }

  private Future<Void> checked(
      Caller caller, Session session, List<Participant> party, Instant now) {
    if (session.status() != SessionStatus.SCHEDULED
        || session.isOver(now)
        || now.isBefore(session.startsAt().minus(DoorHours.COME_BEFORE))) {
      throw Problem.conflict("walk-in-closed");
    }
    return event(session)
        .compose(
            event -> rules.faults(new Signatory(caller.uid(), "guardian"), event, session, party))
        .map(
            faults -> {
              if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
              }
              return null;
            });
  }

  private Future<Event> event(Session session) {
    return events.event(session.eventId()).map(found -> found.orElseThrow(Problem::notFound));
  }

  private Future<WalkInPass> kept(WalkInPass wanted) {
    return passes
        .add(wanted)
        .compose(
            added ->
                added
                    ? Future.succeededFuture(wanted)
                    : passes
                        .find(wanted.id())
                        .map(
                            found ->
                                found
                                    .filter(wanted::same)
                                    .orElseThrow(() -> Problem.conflict("walk-in-id-taken"))));
  }
}
