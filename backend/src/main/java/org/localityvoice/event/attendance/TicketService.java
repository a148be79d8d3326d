package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Booking;
import org.localityvoice.event.allocation.Standing;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/** Tickets for whoever may act for those they are for. */
final class TicketService {
  private final Vertx vertx;
  private final DoorAccess access;
  private final Guests guests;
  private final People people;
  private final Doors doors;
  private final InstantSource clock;

  TicketService(
      Vertx vertx,
      DoorAccess access,
      Guests guests,
      People people,
      Doors doors,
      InstantSource clock) {
    this.vertx = vertx;
    this.access = access;
    this.guests = guests;
    this.people = people;
    this.doors = doors;
    this.clock = clock;
  }

  /** The ticket of one participant. */
  record Issued(String participant, String text) {
    /** Without whose it is. */
    @Override
    public String toString() {
      return "ticket";
    }
  }

  /**
   * The tickets of those of a party that somebody may act for; always the same.
   *
   * @return fails with not-found when there are none of theirs in it, or it has ended, and with
   *     {@code no-place-yet} when it waits or is offered places, and with {@code door-over} when
   *     nobody stands at the door any more
   */
  Future<List<Issued>> tickets(Caller caller, String registration, String sessionId) {
    return access
        .published(sessionId)
        .compose(
            session ->
                guests
                    .bookings(session)
                    .compose(
                        all ->
                            mine(caller)
                                .compose(wards -> of(session, booking(all, registration), wards))));
  }

  private static Booking booking(List<Booking> all, String registration) {
    return all.stream()
        .filter(one -> one.registration().equals(registration))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private Future<Set<String>> mine(Caller caller) {
    return people
        .of(caller.uid())
        .map(all -> all.stream().map(Participant::id).collect(Collectors.toSet()));
  }

  private Future<List<Issued>> of(Session session, Booking booking, Set<String> wards) {
    var theirs = booking.participants().stream().filter(wards::contains).toList();
    if (theirs.isEmpty()) {
      throw Problem.notFound();
    }
    if (!(booking.standing() instanceof Standing.Placed)) {
      throw Problem.conflict("no-place-yet");
    }
    // Its key may be gone, and another one would make other people of the same guests.
    if (DoorAccess.hours(session).over(clock.instant())) {
      throw Problem.conflict("door-over");
    }
    return doors
        .open(session)
        .compose(
            opened ->
                // Signing is slow enough to be kept off the event loop.
                vertx.executeBlocking(
                    () -> theirs.stream().map(one -> issued(session, opened.key(), one)).toList(),
                    false));
  }

  private static Issued issued(Session session, DoorKey key, String participant) {
    var ticket = new Ticket(session.id(), key.guest(participant));
    return new Issued(participant, TicketText.of(ticket, key.signing()));
  }
}
