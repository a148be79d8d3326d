package org.localityvoice.event.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.Event;
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
    var adult = who.adultOn(days.session());
    for (var kind : Needs.toBeTold(event.collects(), event.guardian(), adult)) {
      if (!told.kinds().contains(kind)) {
        faults.add(Violation.at(at + "/" + Needs.field(kind), "needs-missing"));
      }
    }
    return faults;
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
