package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.event.Session;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.outbox.Outgoing;

/**
 * Who is told of a registration: whoever may act for one of the party now. Whoever booked it and is
 * no guardian any more hears nothing.
 */
final class Audience {
  private final People people;
  private final ZoneId zone;

  Audience(People people, ZoneId zone) {
    this.people = people;
    this.zone = zone;
  }

  /**
   * Accounts.
   *
   * @param young whether each is left in peace at night
   */
  record Listeners(Map<String, Boolean> young) {
    Listeners {
      young = Map.copyOf(young);
    }
  }

  Future<Listeners> of(List<String> participants) {
    var found = participants.stream().map(people::find).toList();
    return Future.all(found)
        .map(
            all ->
                listeners(found.stream().map(Future::result).flatMap(Optional::stream).toList()));
  }

  private Listeners listeners(List<Participant> party) {
    var today = people.today();
    var young = new LinkedHashMap<String, Boolean>();
    for (var one : party) {
      if (one.uid() != null) {
        young.merge(one.uid(), !one.adultOn(today), Boolean::logicalAnd);
      }
      one.guardians(today).forEach(link -> young.put(link.uid(), false));
    }
    return new Listeners(young);
  }

  /** Writes into a row that all of them are told; young people when the night is over. */
  void tell(
      RowDraft draft, String id, String code, Session session, Listeners listeners, Instant now) {
    var sequence = draft.nextTelling();
    var awake = Reminders.awake(now, zone);
    var people = new ArrayList<String>();
    var waiting = new ArrayList<Later>();
    listeners
        .young()
        .forEach(
            (uid, young) -> {
              if (young && awake.isAfter(now)) {
                waiting.add(new Later(uid, code, sequence, awake));
              } else {
                people.add(uid);
              }
            });
    people.sort(null);
    draft.tell(Notices.toPeople(id, sequence, code, session, zone, people, now), waiting);
  }

  /** What somebody is told who was left in peace. */
  Outgoing again(String id, Later one, Session session, Instant now) {
    return Notices.toPeople(id, one.sequence(), one.code(), session, zone, List.of(one.uid()), now);
  }
}
