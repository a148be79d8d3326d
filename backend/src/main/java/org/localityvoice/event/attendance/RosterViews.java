package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Collected;
import org.localityvoice.event.people.Needs;

/** Who is to come, as a device at the door is shown it. */
final class RosterViews {
  private RosterViews() {}

  /** A page of the roster. */
  record RosterView(
      String session,
      Instant startsAt,
      Instant endsAt,
      Instant until,
      String ticketKey,
      List<LineView> items,
      Optional<String> next) {}

  /** A guest on it. */
  record LineView(
      String guest,
      String name,
      boolean under18,
      String leaves,
      List<String> needs,
      Optional<List<CollectorView>> collectors,
      Optional<Instant> in,
      Optional<Instant> out) {}

  /** Who may collect them. */
  record CollectorView(String collector, String name) {}

  static RosterView roster(AtDoor at, List<RosterService.Line> lines, Optional<String> next) {
    return new RosterView(
        at.session().id(),
        at.session().startsAt(),
        at.session().endsAt(),
        at.session().endsAt().plus(DoorHours.SEEN_AFTER),
        at.key().publicText(),
        lines.stream().map(one -> line(at, one)).toList(),
        next);
  }

  private static LineView line(AtDoor at, RosterService.Line one) {
    return new LineView(
        one.expected().id(),
        DoorViews.name(one.who()),
        one.age().under18(),
        one.collected() ? "collected" : "alone",
        flags(one.needs()),
        one.collected() ? Optional.of(collectors(at, one)) : Optional.empty(),
        one.presence().flatMap(Presence::in).map(entry -> entry.item().at()),
        one.presence().flatMap(Presence::out).map(entry -> entry.item().at()));
  }

  private static List<String> flags(Optional<Needs> needs) {
    var flags = new ArrayList<String>();
    for (var kind : List.of(Collected.DIETARY, Collected.MEDICAL, Collected.ACCESS)) {
      if (needs.filter(told -> told.kinds().contains(kind)).isPresent()) {
        flags.add(kind.slug());
      }
    }
    return flags;
  }

  private static List<CollectorView> collectors(AtDoor at, RosterService.Line one) {
    return one.needs().map(Needs::collectors).orElse(List.of()).stream()
        .map(
            who ->
                new CollectorView(
                    Guests.name(at.key(), one.expected().participant(), who), who.name()))
        .toList();
  }

  /** One guest, in words. */
  record GuestView(
      String guest,
      String name,
      boolean under18,
      Optional<String> dietary,
      Optional<String> medical,
      Optional<String> access,
      Optional<List<ContactView>> emergencyContacts,
      Optional<Boolean> photo) {}

  /** Whom to call. */
  record ContactView(String name, String phone) {}

  static GuestView guest(RosterService.Line one) {
    var told = one.needs();
    return new GuestView(
        one.expected().id(),
        DoorViews.name(one.who()),
        one.age().under18(),
        told.map(Needs::dietary),
        told.map(Needs::medical),
        told.map(Needs::access),
        told.map(Needs::emergencyContacts).map(RosterViews::contacts),
        told.map(Needs::photo));
  }

  private static List<ContactView> contacts(List<Needs.Contact> all) {
    return all.stream().map(one -> new ContactView(one.name(), one.phone())).toList();
  }
}
