package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.attendance.Guest.Place;
import org.localityvoice.event.attendance.Guests.Expected;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.FinancialYear;
import org.localityvoice.schedule.InTurn;

/**
 * Notes, when a session is over, who had a place and did not come, for somebody to ask why. Nothing
 * follows from it by itself. Where nobody was checked in at all, no door was kept, and nothing is
 * noted. Whoever turns out to have come, by a message that was late, is not noted any more.
 */
final class Absence {
  private static final int AT_ONCE = 50;

  private final DoorStore doorStore;
  private final Doors doors;
  private final Events events;
  private final Guests guests;
  private final People people;
  private final AttendanceStore store;
  private final InstantSource clock;

  Absence(
      DoorStore doorStore,
      Doors doors,
      Events events,
      Guests guests,
      People people,
      AttendanceStore store,
      InstantSource clock) {
    this.doorStore = doorStore;
    this.doors = doors;
    this.events = events;
    this.guests = guests;
    this.people = people;
    this.store = store;
    this.clock = clock;
  }

  /** Looks at every session that is over. */
  Future<Void> look() {
    return doorStore
        .toLookAt(clock.instant(), AT_ONCE)
        .compose(
            due ->
                InTurn.eachByItself("a door", due, this::look)
                    .compose(
                        done ->
                            due.size() < AT_ONCE || done == 0
                                ? Future.<Void>succeededFuture()
                                : look()));
  }

  private Future<Void> look(Door door) {
    return events
        .session(door.id())
        .compose(
            found -> {
              if (found.isEmpty() || found.get().status() != SessionStatus.SCHEDULED) {
                return next(door, null, clock.instant());
              }
              var session = found.get();
              if (!session.isOver(clock.instant())) {
                return next(door, session.endsAt(), session.endsAt());
              }
              return note(session).compose(noted -> next(door, null, session.endsAt()));
            });
  }

  private Future<Void> next(Door door, @Nullable Instant look, Instant endsAt) {
    return doors
        .<Boolean>change(door.id(), seen -> Decision.replace(seen.at(look, endsAt), true))
        .mapEmpty();
  }

  private Future<Void> note(Session session) {
    return store
        .ofSession(session.id(), Attendance.MOST_IN_SESSION)
        .compose(
            rows -> {
              if (rows.stream().noneMatch(Attendance::came)) {
                return Future.succeededFuture();
              }
              var known =
                  rows.stream().collect(Collectors.toMap(Attendance::id, Function.identity()));
              return doors
                  .find(session.id())
                  .map(found -> found.orElseThrow(Problem::notFound))
                  .compose(opened -> guests.expected(session, opened.key()))
                  .compose(
                      expected ->
                          InTurn.each(
                              expected.values().stream()
                                  .filter(one -> one.place() == Place.PLACED)
                                  .filter(one -> missing(known, one))
                                  .toList(),
                              one -> flag(session, one)));
            });
  }

  private static boolean missing(Map<String, Attendance> known, Expected one) {
    var row = known.get(one.id());
    return row == null || !(row.came() || row.flagged());
  }

  private Future<Void> flag(Session session, Expected one) {
    return people
        .find(one.participant())
        .compose(
            who -> {
              var age = guests.age(session, who);
              var home = who.map(Participant::homeLocality).orElse(null);
              var row =
                  new Attendance(
                      one.id(),
                      1,
                      session.id(),
                      one.participant(),
                      one.registration(),
                      session.localityId(),
                      home,
                      age,
                      List.of(),
                      true,
                      false,
                      FinancialYear.endOfNext(events.dateOf(session), events.zone()));
              return who.isEmpty() ? Future.succeededFuture(true) : store.add(row);
            })
        .compose(
            added ->
                added
                    ? Future.succeededFuture()
                    : store
                        .<Boolean>change(
                            one.id(),
                            seen ->
                                seen.came() || seen.flagged()
                                    ? Decision.keep(false)
                                    : Decision.replace(seen.flag(), true))
                        .mapEmpty());
  }
}
