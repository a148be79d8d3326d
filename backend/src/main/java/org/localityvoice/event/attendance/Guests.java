package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.event.Collected;
import org.localityvoice.event.Event;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Booking;
import org.localityvoice.event.allocation.Standing;
import org.localityvoice.event.attendance.Guest.Place;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.event.people.Vault;

/** Who is to come to a session: the allotment says so, and nothing else. */
final class Guests {
  private final Events events;
  private final People people;
  private final Vault vault;

  Guests(Events events, People people, Vault vault) {
    this.events = events;
    this.people = people;
    this.vault = vault;
  }

  /**
   * Somebody of a party, before anything of them is read.
   *
   * @param id their name at the door
   */
  record Expected(String id, String participant, String registration, Place place) {}

  /** Everybody of the session, those who wait as well, by their names at the door. */
  Future<Map<String, Expected>> expected(Session session, DoorKey key) {
    return bookings(session)
        .map(
            bookings -> {
              var all = new LinkedHashMap<String, Expected>();
              for (var booking : bookings) {
                for (var participant : booking.participants()) {
                  var id = key.guest(participant);
                  all.put(
                      id, new Expected(id, participant, booking.registration(), place(booking)));
                }
              }
              return all;
            });
  }

  /** The parties of a session. */
  Future<List<Booking>> bookings(Session session) {
    return events
        .allotments()
        .read(session.allotmentId())
        .map(
            read ->
                read.flatMap(allotment -> allotment.session(session.id()))
                    .map(places -> places.bookings())
                    .orElse(List.of()));
  }

  private static Place place(Booking booking) {
    return booking.standing() instanceof Standing.Placed ? Place.PLACED : Place.NOT_PLACED;
  }

  /**
   * Somebody with what the door has to know.
   *
   * @param leaves whether it is asked because they leave; only then it is read who may collect them
   */
  Future<Guest> guest(AtDoor at, Expected one, boolean leaves) {
    return people
        .find(one.participant())
        .compose(
            found ->
                collectors(at, one.participant(), leaves && collected(at, found))
                    .map(names -> guest(at, one, found, names)));
  }

  private Guest guest(
      AtDoor at, Expected one, Optional<Participant> found, Set<String> collectors) {
    return new Guest(
        one.id(),
        one.participant(),
        one.registration(),
        found.isPresent() ? one.place() : Place.GONE,
        collected(at, found),
        collectors,
        age(at.session(), found),
        found.map(Participant::homeLocality).orElse(null));
  }

  /** Whoever was removed is let out as a child would be. */
  private boolean collected(AtDoor at, Optional<Participant> found) {
    return collected(at.event(), age(at.session(), found));
  }

  static boolean collected(Event event, AgeGroup age) {
    return event.guardian().checkOut() && age.under18();
  }

  /** On the local day of the session. */
  AgeGroup age(Session session, Optional<Participant> found) {
    return found
        .map(one -> AgeGroup.of(one.ageOn(events.dateOf(session))))
        .orElse(AgeGroup.FROM_5_TO_10);
  }

  private Future<Set<String>> collectors(AtDoor at, String participant, boolean wanted) {
    if (!wanted || !at.event().collects().contains(Collected.COLLECTORS)) {
      return Future.succeededFuture(Set.of());
    }
    return vault
        .read(at.reader(), at.session().id(), participant, Set.of(Collected.COLLECTORS))
        .map(
            needs ->
                needs.map(Needs::collectors).stream()
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .map(one -> name(at.key(), participant, one))
                    .collect(Collectors.toSet()));
  }

  /** The name that a collector has at the door. */
  static String name(DoorKey key, String participant, Needs.Collector one) {
    return key.collector(participant, one.name(), Optional.ofNullable(one.phone()).orElse(""));
  }
}
