package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Event;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Problem;

/**
 * Lets parties in from the street. Whoever looks after them makes a pass on their own phone, once
 * the session has been told what it asks; a device at the door scans it, and the allotment decides
 * as about everybody else. Staff look nobody up.
 */
final class WalkInService {
  /** How long a pass is good for. */
  static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final DoorAccess access;
  private final Events events;
  private final People people;
  private final WalkInRules rules;
  private final WalkInPassStore passes;
  private final Doors doors;
  private final InstantSource clock;

  WalkInService(
      DoorAccess access,
      Events events,
      People people,
      WalkInRules rules,
      WalkInPassStore passes,
      Doors doors,
      InstantSource clock) {
    this.access = access;
    this.events = events;
    this.people = people;
    this.rules = rules;
    this.passes = passes;
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
                    .compose(free -> doors.open(session))
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

  /** Lets the party of a pass in, if there are places; scanned again, the same. */
  Future<WalkInPass> admit(AtDoor at, String id) {
    return passes
        .find(id)
        .compose(
            found -> {
              var pass =
                  found
                      .filter(one -> one.session().equals(at.session().id()))
                      .orElseThrow(() -> Problem.conflict("walk-in-unknown"));
              return here(at, pass)
                  .compose(
                      here ->
                          here ? Future.succeededFuture(pass) : join(at, pass).map(placed -> pass));
            });
  }

  private Future<Boolean> here(AtDoor at, WalkInPass pass) {
    return events
        .allotments()
        .read(at.session().allotmentId())
        .map(
            read ->
                read.flatMap(allotment -> allotment.session(pass.session()))
                    .flatMap(places -> places.booking(pass.registration()))
                    .filter(booking -> booking.account().equals(pass.account()))
                    .filter(booking -> booking.participants().equals(pass.participants()))
                    .isPresent());
  }

  private Future<Void> join(AtDoor at, WalkInPass pass) {
    if (!at.now().isBefore(pass.until())) {
      throw Problem.conflict("walk-in-unknown");
    }
    return allowed(at, pass)
        .compose(
            may ->
                events
                    .allotments()
                    .apply(
                        at.session().allotmentId(),
                        new Command.Join(
                            pass.session(),
                            new Party(pass.registration(), pass.account(), pass.participants()),
                            Entrance.WALK_IN)))
        .compose(answer -> answered(at, pass, answer))
        // Whoever was let in by it before, and has gone since, is not let in by it again.
        .compose(done -> here(at, pass))
        .map(
            here -> {
              if (!here) {
                throw Problem.conflict("walk-in-unknown");
              }
              return null;
            });
  }

  private Future<Void> allowed(AtDoor at, WalkInPass pass) {
    return rules
        .mayAll(at.event(), at.session(), pass.participants())
        .map(
            may -> {
              if (!may) {
                throw Problem.conflict("walk-in-not-allowed");
              }
              return null;
            });
  }

  /** A consent may have been withdrawn between the look and the place, so there is another look. */
  private Future<Void> answered(AtDoor at, WalkInPass pass, Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      throw Problem.conflict(code(refused.why()));
    }
    return allowed(at, pass)
        .recover(
            failure ->
                events
                    .allotments()
                    .apply(
                        at.session().allotmentId(),
                        new Command.Leave(
                            pass.session(), pass.registration(), Command.Leave.By.ORGANISER))
                    .compose(left -> Future.failedFuture(failure)));
  }

  private static String code(Refusal why) {
    return switch (why) {
      case OTHER_CONTENT -> "walk-in-id-taken";
      case PARTICIPANT_REGISTERED -> "walk-in-registered";
      case SESSION_CANCELLED, SESSION_OVER, UNKNOWN_SESSION -> "walk-in-closed";
      default -> "walk-in-full";
    };
  }

  /** Those of a pass by their names at the door. */
  Future<List<Line>> lines(AtDoor at, WalkInPass pass) {
    var found = pass.participants().stream().map(people::find).toList();
    return Future.all(found)
        .map(
            all ->
                found.stream()
                    .map(Future::result)
                    .flatMap(Optional::stream)
                    .map(who -> new Line(at.key().guest(who.id()), who))
                    .toList());
  }

  /** Somebody who was let in. */
  record Line(String guest, Participant who) {
    /** Without who it is. */
    @Override
    public String toString() {
      return "guest";
    }
  }
}
