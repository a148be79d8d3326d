package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.event.Collected;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.people.Participant;

/** What those at the door and behind it are shown. */
final class DoorViews {
  private DoorViews() {}

  /** A device, without its token. */
  record DeviceView(
      String id, Optional<String> label, Instant madeAt, Optional<Instant> revokedAt) {}

  static DeviceView device(Device one) {
    return new DeviceView(
        one.id(),
        Optional.ofNullable(one.label()),
        one.madeAt(),
        Optional.ofNullable(one.revokedAt()));
  }

  /** A device with its token, once. */
  record MadeView(String id, Optional<String> label, String token, Instant from, Instant until) {
    /** Without the token. */
    @Override
    public String toString() {
      return "device " + id;
    }
  }

  static MadeView made(DeviceService.Made made) {
    return new MadeView(
        made.device().id(),
        Optional.ofNullable(made.device().label()),
        made.token(),
        made.session().startsAt().minus(DoorHours.SEEN_BEFORE),
        made.session().endsAt().plus(DoorHours.SEEN_AFTER));
  }

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
        name(one.who()),
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

  /** Given name and the initial of the family name. */
  static String name(Participant who) {
    var family = who.familyName();
    return who.givenName() + " " + family.substring(0, family.offsetByCodePoints(0, 1)) + ".";
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
        name(one.who()),
        one.age().under18(),
        told.map(Needs::dietary),
        told.map(Needs::medical),
        told.map(Needs::access),
        told.map(Needs::emergencyContacts).map(DoorViews::contacts),
        told.map(Needs::photo));
  }

  private static List<ContactView> contacts(List<Needs.Contact> all) {
    return all.stream().map(one -> new ContactView(one.name(), one.phone())).toList();
  }

  /** How many did not come, and for the organiser who. */
  record NoShowsView(int count, List<NoShowView> items, Optional<String> next) {}

  static NoShowsView noShows(AbsenceService.Page page) {
    return new NoShowsView(
        page.count(), page.items().stream().map(DoorViews::noShow).toList(), page.next());
  }

  /** Somebody who did not come. */
  record NoShowView(String guest, String registration, String name, boolean under18) {}

  private static NoShowView noShow(AbsenceService.Missing one) {
    return new NoShowView(
        one.attendance().id(),
        Optional.ofNullable(one.attendance().registration()).orElse(""),
        name(one.who()),
        one.attendance().age().under18());
  }

  /** An incident without what was written. */
  record IncidentView(
      String id,
      String session,
      Instant at,
      Instant receivedAt,
      Optional<LocalDate> heldUntil,
      Optional<List<String>> guests,
      Optional<String> text) {}

  static IncidentView incident(Incident one) {
    return new IncidentView(
        one.id(),
        one.session(),
        one.at(),
        one.receivedAt(),
        held(one),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<LocalDate> held(Incident one) {
    return Optional.ofNullable(one.hold()).map(Incident.Hold::reviewOn);
  }

  static IncidentView incident(IncidentService.Read read) {
    var one = read.incident();
    return new IncidentView(
        one.id(),
        one.session(),
        one.at(),
        one.receivedAt(),
        held(one),
        Optional.of(read.about()),
        Optional.of(read.text()));
  }

  /** A page of anything. */
  record Page(List<?> items, Optional<String> next) {}

  static <T> Page page(List<T> items, Function<T, ?> view, Optional<String> next) {
    return new Page(items.stream().map(view).toList(), next);
  }

  /** All of something. */
  record All(List<?> items) {}

  /** What became of an item. */
  record VerdictView(Optional<String> id, String verdict, boolean kept, String text) {}
}
