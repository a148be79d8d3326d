package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.Collected;
import org.localityvoice.event.Event;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.people.Obstacle;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.event.people.Vault;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Violation;

/** Whether a party may come in from the street: the same as for whoever registers beforehand. */
final class WalkInRules {
  private final Events events;
  private final People people;
  private final Vault vault;

  WalkInRules(Events events, People people, Vault vault) {
    this.events = events;
    this.people = people;
    this.vault = vault;
  }

  /**
   * What is in the way, with its place.
   *
   * @param party in the order of the request
   * @param reader who is told; reading what a session was told is noted
   */
  Future<List<Violation>> faults(
      Signatory reader, Event event, Session session, List<Participant> party) {
    var faults = new ArrayList<Violation>();
    var seen = new HashSet<String>();
    var done = Future.<Void>succeededFuture();
    for (var i = 0; i < party.size(); i++) {
      var who = party.get(i);
      var at = "/participants/" + i;
      if (!seen.add(who.id())) {
        faults.add(Violation.at(at, "walk-in-twice"));
      }
      for (var obstacle : obstacles(event, session, who)) {
        faults.add(Violation.at(at, "walk-in-" + obstacle.slug()));
      }
      done =
          done.compose(before -> missing(reader, event, session, who))
              .map(
                  missing -> {
                    if (missing) {
                      faults.add(Violation.at(at, "walk-in-needs"));
                    }
                    return null;
                  });
    }
    return done.map(checked -> faults);
  }

  /** Whether everybody may still come; somebody who was removed may not. */
  Future<Boolean> mayAll(Event event, Session session, List<String> ids) {
    var found = ids.stream().map(people::find).toList();
    return Future.all(found)
        .map(
            all ->
                found.stream()
                    .map(Future::result)
                    .allMatch(
                        who ->
                            who.filter(one -> obstacles(event, session, one).isEmpty())
                                .isPresent()));
  }

  private Set<Obstacle> obstacles(Event event, Session session, Participant who) {
    return Obstacle.of(
        who, event.id(), events.dateOf(session), people.today(), event.ages(), event.guardian());
  }

  private Future<Boolean> missing(Signatory reader, Event event, Session session, Participant who) {
    var wanted =
        Needs.toBeTold(event.collects(), event.guardian(), who.adultOn(events.dateOf(session)));
    return wanted.isEmpty()
        ? Future.succeededFuture(false)
        : vault
            .read(reader, session.id(), who.id(), wanted)
            .map(told -> !kinds(told).containsAll(wanted));
  }

  private static Set<Collected> kinds(Optional<Needs> told) {
    return told.map(Needs::kinds).orElse(Set.of());
  }
}
