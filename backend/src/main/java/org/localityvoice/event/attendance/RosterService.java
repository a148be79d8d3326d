package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localityvoice.event.Collected;
import org.localityvoice.event.attendance.Guest.Place;
import org.localityvoice.event.attendance.Guests.Expected;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.event.people.Vault;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Problem;

/**
 * Who is to come, for those at the door, and as little of them as will do. Who waits is not on it;
 * who is inside is, also when their place has gone, until they have left. Every look is noted
 * before it is answered. Whether somebody has special educational needs, or a free place, never
 * gets this far.
 */
final class RosterService {
  /** What those at the door have to know of. */
  private static final Set<Collected> FLAGGED =
      Set.of(Collected.DIETARY, Collected.MEDICAL, Collected.ACCESS);

  /** What they read of one guest when it comes to it. */
  private static final Set<Collected> TOLD =
      Set.of(
          Collected.DIETARY,
          Collected.MEDICAL,
          Collected.ACCESS,
          Collected.EMERGENCY_CONTACTS,
          Collected.PHOTO);

  private final Guests guests;
  private final Insiders insiders;
  private final People people;
  private final Vault vault;
  private final AttendanceStore store;
  private final DoorAuditStore audit;

  RosterService(
      Guests guests,
      Insiders insiders,
      People people,
      Vault vault,
      AttendanceStore store,
      DoorAuditStore audit) {
    this.guests = guests;
    this.insiders = insiders;
    this.people = people;
    this.vault = vault;
    this.store = store;
    this.audit = audit;
  }

  /**
   * A guest on the roster.
   *
   * @param collected whether somebody must collect them
   * @param needs what was told with them, and the parts that are read here
   */
  record Line(
      Expected expected,
      Participant who,
      AgeGroup age,
      boolean collected,
      Optional<Needs> needs,
      Optional<Presence> presence) {
    /** Without who it is. */
    @Override
    public String toString() {
      return "line of a roster";
    }
  }

  /**
   * A page of the roster.
   *
   * @param next where it ended; absent when it is the last
   */
  record Page(List<Line> lines, Optional<String> next) {}

  /** A page, in the order of the names at the door, which says nothing. */
  Future<Page> page(AtDoor at, String after, int limit) {
    return guests
        .expected(at.session(), at.key())
        .compose(all -> insiders.withThoseInside(at.session(), all))
        .compose(
            all -> {
              var rest =
                  all.values().stream()
                      .filter(one -> one.place() != Place.NOT_PLACED)
                      .filter(one -> one.id().compareTo(after) > 0)
                      .sorted(Comparator.comparing(Expected::id))
                      .toList();
              var page = rest.subList(0, Math.min(limit, rest.size()));
              var next =
                  page.size() < rest.size()
                      ? Optional.of(page.get(page.size() - 1).id())
                      : Optional.<String>empty();
              return lines(at, page, "roster", wanted(at, FLAGGED))
                  .map(lines -> new Page(lines, next));
            });
  }

  /** One guest, with what was told of them in words. */
  Future<Line> guest(AtDoor at, String id) {
    return guests
        .expected(at.session(), at.key())
        .compose(all -> insiders.withThoseInside(at.session(), all))
        .compose(
            all ->
                lines(
                    at,
                    Stream.ofNullable(all.get(id))
                        .filter(one -> one.place() != Place.NOT_PLACED)
                        .toList(),
                    "guest",
                    wanted(at, TOLD)))
        .map(lines -> lines.stream().findFirst().orElseThrow(Problem::notFound));
  }

  private static Set<Collected> wanted(AtDoor at, Set<Collected> those) {
    var wanted = EnumSet.copyOf(those);
    wanted.add(Collected.COLLECTORS);
    wanted.retainAll(at.event().collects());
    return wanted;
  }

  private Future<List<Line>> lines(
      AtDoor at, List<Expected> page, String what, Set<Collected> wanted) {
    var found =
        Future.all(page.stream().map(one -> people.find(one.participant())).toList())
            .map(all -> all.<Optional<Participant>>list());
    return found.compose(
        who -> {
          var here = new HashMap<Expected, Participant>();
          for (var i = 0; i < page.size(); i++) {
            var one = page.get(i);
            who.get(i).ifPresent(person -> here.put(one, person));
          }
          var there = page.stream().filter(here::containsKey).toList();
          return noted(at, there, here, what)
              .compose(noted -> presences(there))
              .compose(presences -> told(at, there, here, presences, wanted));
        });
  }

  private Future<Void> noted(
      AtDoor at, List<Expected> page, Map<Expected, Participant> who, String what) {
    var children =
        page.stream()
            .filter(
                one ->
                    Optional.ofNullable(who.get(one))
                        .filter(person -> age(at, person).under18())
                        .isPresent())
            .map(Expected::participant)
            .toList();
    return audit.add(read(at.reader(), at.session().id(), what, children, at.now()));
  }

  static RosterRead read(
      Signatory reader, String session, String what, List<String> children, Instant now) {
    return new RosterRead(
        UUID.randomUUID().toString(), session, reader.uid(), reader.role(), what, children, now);
  }

  private AgeGroup age(AtDoor at, Participant who) {
    return guests.age(at.session(), Optional.ofNullable(who));
  }

  private Future<Map<String, Presence>> presences(List<Expected> page) {
    return page.isEmpty()
        ? Future.succeededFuture(Map.of())
        : store
            .find(page.stream().map(Expected::id).toList())
            .map(
                rows ->
                    rows.stream().collect(Collectors.toMap(Attendance::id, Attendance::presence)));
  }

  private Future<List<Line>> told(
      AtDoor at,
      List<Expected> page,
      Map<Expected, Participant> who,
      Map<String, Presence> presences,
      Set<Collected> wanted) {
    var lines =
        page.stream()
            .map(one -> line(at, one, Objects.requireNonNull(who.get(one)), presences, wanted))
            .toList();
    return Future.all(lines).map(all -> all.<Line>list());
  }

  private Future<Line> line(
      AtDoor at,
      Expected one,
      Participant who,
      Map<String, Presence> presences,
      Set<Collected> wanted) {
    var age = age(at, who);
    var collected = Guests.collected(at.event(), age);
    var read = EnumSet.noneOf(Collected.class);
    read.addAll(wanted);
    if (!collected) {
      read.remove(Collected.COLLECTORS);
    }
    var needs =
        read.isEmpty()
            ? Future.succeededFuture(Optional.<Needs>empty())
            : vault.read(at.reader(), at.session().id(), one.participant(), read);
    return needs.map(
        told ->
            new Line(one, who, age, collected, told, Optional.ofNullable(presences.get(one.id()))));
  }
}
