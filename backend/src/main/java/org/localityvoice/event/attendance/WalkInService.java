package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.RegistrationIds;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.problem.Problem;

/**
 * Lets parties in from the street: a device at the door scans the pass that whoever looks after
 * them has made ({@link WalkInPassService}), and the allotment decides as about everybody else.
 * Staff look nobody up.
 */
final class WalkInService {
  private final Events events;
  private final People people;
  private final WalkInRules rules;
  private final WalkInPassStore passes;
  private final RegistrationIds ids;

  WalkInService(
      Events events,
      People people,
      WalkInRules rules,
      WalkInPassStore passes,
      RegistrationIds ids) {
    this.events = events;
    this.people = people;
    this.rules = rules;
    this.passes = passes;
    this.ids = ids;
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
                        new Command.Join(pass.session(), party(pass), Entrance.WALK_IN)))
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

  private static Party party(WalkInPass pass) {
    return new Party(pass.registration(), pass.account(), pass.participants());
  }

  /** In a list under its id, or not in at all: nobody would see the place. */
  private Future<Void> listed(AtDoor at, WalkInPass pass) {
    return ids.take(at.session(), party(pass))
        .map(
            taken -> {
              if (!taken) {
                throw Problem.conflict(RegistrationIds.TAKEN);
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
        .compose(may -> listed(at, pass))
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
