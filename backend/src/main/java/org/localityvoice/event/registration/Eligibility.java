package org.localityvoice.event.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.Collected;
import org.localityvoice.event.Event;
import org.localityvoice.event.people.Ages;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.people.Obstacle;
import org.localityvoice.event.people.Participant;
import org.localityvoice.problem.Violation;

/**
 * Whether a party may take part in a session, and has told what the session asks. Every reason is
 * named, with its place in the request. Pure.
 */
final class Eligibility {
  private static final Needs NOTHING = new Needs(null, null, null, null, null, null, null);

  private Eligibility() {}

  /** The days that count. */
  record Days(LocalDate session, LocalDate today) {}

  /**
   * What speaks against it.
   *
   * @param party as it is asked for
   * @param people the participants of that party, in its order
   * @param there who is in the session already: of them only what is told anew is looked at
   */
  static List<Violation> faults(
      Event event,
      Days days,
      List<Member> party,
      List<Participant> people,
      Collection<String> there) {
    var faults = new ArrayList<Violation>();
    for (var i = 0; i < party.size(); i++) {
      var member = party.get(i);
      var who = people.get(i);
      var at = "/participants/" + i;
      if (!there.contains(member.id())) {
        for (var obstacle : obstacles(event, days, who)) {
          faults.add(Violation.at(at + "/id", "participant-" + obstacle.slug()));
        }
        faults.addAll(needs(event, days, who, member.needs().orElse(NOTHING), at + "/needs"));
      } else if (member.needs().isPresent()) {
        faults.addAll(needs(event, days, who, member.needs().get(), at + "/needs"));
      }
    }
    return faults;
  }

  /** Whether everybody may take part, whatever was told. */
  static boolean mayAll(Event event, Days days, List<Participant> people) {
    return people.stream().allMatch(one -> obstacles(event, days, one).isEmpty());
  }

  private static Set<Obstacle> obstacles(Event event, Days days, Participant who) {
    return Obstacle.of(
        who, event.id(), days.session(), days.today(), event.ages(), event.guardian());
  }

  /** What was told although nobody asked, and what was asked and not told. */
  private static List<Violation> needs(
      Event event, Days days, Participant who, Needs told, String at) {
    var faults = new ArrayList<>(told.undeclared(event.collects(), at));
    for (var kind : wanted(event, days, who)) {
      if (!told.kinds().contains(kind)) {
        faults.add(Violation.at(at + "/" + field(kind), "needs-missing"));
      }
    }
    return faults;
  }

  /** The name of a kind as a property: {@code emergencyContacts}. */
  private static String field(Collected kind) {
    var words = kind.slug().split("-", -1);
    var name = new StringBuilder(words[0]);
    for (var i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }

  /**
   * What must be told. Diet, health and access need not: whoever has nothing to say about them says
   * nothing. Who collects a child matters where it is checked out.
   */
  private static Set<Collected> wanted(Event event, Days days, Participant who) {
    var wanted = EnumSet.of(Collected.EMERGENCY_CONTACTS, Collected.PHOTO);
    if (event.guardian().checkOut() && who.ageOn(days.session()) < Ages.ADULT) {
      wanted.add(Collected.COLLECTORS);
    }
    wanted.retainAll(event.collects());
    return wanted;
  }

  /** A registration of somebody of the party at the same time, in another session. */
  static Optional<Registration> overlapping(
      List<Registration> coming, Visit visit, List<String> participants) {
    return coming.stream()
        .filter(row -> !row.visit().session().equals(visit.session()))
        .filter(row -> row.state() == Stand.State.PLACED || row.state() == Stand.State.HELD)
        .filter(row -> row.visit().overlaps(visit.startsAt(), visit.endsAt()))
        .filter(row -> row.participants().stream().anyMatch(participants::contains))
        .findFirst();
  }
}
