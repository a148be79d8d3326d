package org.localityvoice.event.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.localityvoice.event.About;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Collected;
import org.localityvoice.event.Event;
import org.localityvoice.event.EventState;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.LinkTier;
import org.localityvoice.event.Places;
import org.localityvoice.event.Programme;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.Slot;
import org.localityvoice.event.Terms;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** Published events, straight into the store: this package knows sessions by what they ask. */
final class Programmes {
  private Programmes() {}

  /** The id of a session of an event of its own that collects that. */
  static String session(Store store, Instant startsAt, Set<Collected> collects) {
    var id = UUID.randomUUID().toString();
    var title = new Text(Map.of("en", "A club"));
    var ages = new AgeRange(5, 17);
    var programme =
        new Programme(
            title,
            title,
            "sport",
            ages,
            true,
            Set.of(),
            collects,
            new GuardianRule(false, LinkTier.DECLARED, true),
            false,
            null,
            null);
    var event =
        new Event(
            "event-" + id,
            1,
            1,
            "newport",
            "thirteen",
            EventState.PUBLISHED,
            programme,
            List.of(),
            startsAt,
            List.of(),
            null);
    var slot = new Slot(startsAt, startsAt.plus(Duration.ofHours(4)), "hall", "main");
    var session =
        new Session(
            id,
            1,
            1,
            event.id(),
            "newport",
            "thirteen",
            SessionStatus.SCHEDULED,
            true,
            slot,
            new Terms(20, null, Policy.usual(20)),
            "a-" + id,
            0,
            startsAt,
            null,
            new About(title, "sport", ages, true, Set.of(), null, null),
            1,
            Places.AVAILABLE,
            1,
            List.of(),
            null);
    var mongo = store.connect();
    Wait.forResult(
        Publishers.one(mongo.collection("events", Event.class).insertOne(event))
            .compose(
                added ->
                    Publishers.one(
                        mongo.collection("sessions", Session.class).insertOne(session))));
    return id;
  }
}
