package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Notes of what went wrong go on the day that was set for them, with who has read them. */
@ExtendWith(StoreExtension.class)
class HowLongNotesAreKeptTest {
  private static final Instant DAY = Instant.parse("2048-04-21T12:00:00Z");
  private static final Instant AT = Instant.parse("2026-12-21T15:00:00Z");

  private final HandClock clock = new HandClock(AT);

  private static Incident incident(String id) {
    return new Incident(
        id, id, "club", "newport", null, "theo", AT, AT, "sealed", "digest", DAY, null, List.of(),
        null);
  }

  @Test
  void one_that_holds_something_stays_and_so_does_who_has_read_it(Store store) {
    var mongo = store.connect();
    var incidents = new IncidentStore(mongo);
    var audit = new DoorAuditStore(mongo);
    var zone = ZoneId.of("Europe/London");
    var notes =
        new DoorNotes(
            incidents, audit, MadeEvents.purges(mongo, clock), MadePeople.held(mongo), clock, zone);
    Wait.forResult(mongo.ready());
    for (var id : List.of("held", "other")) {
      Wait.forResult(incidents.add(incident(id)));
      Wait.forResult(
          audit.add(
              new DoorAuditStore.IncidentRead(
                  UUID.randomUUID().toString(), id, "sam", "safeguarding-lead", AT)));
    }
    var sam = new Signatory("sam", "safeguarding-lead");
    var hold = new Incident.Hold(sam, LocalDate.parse("2048-06-01"), null);
    Wait.forResult(incidents.hold("held", hold));
    clock.set(DAY.minusMillis(1));
    Wait.forResult(notes.purge());
    assertThat(Wait.forResult(incidents.find("other"))).isPresent();
    clock.set(DAY);
    Wait.forResult(notes.purge());
    assertThat(Wait.forResult(incidents.find("other"))).isEmpty();
    assertThat(Wait.forResult(incidents.find("held"))).isPresent();
    var reads = mongo.collection("incident_reads", BsonDocument.class);
    assertThat(Wait.forResult(Publishers.list(reads.find())))
        .extracting(one -> one.getString("incident").getValue())
        .containsExactly("held");
    Wait.forResult(incidents.hold("held", null));
    Wait.forResult(notes.purge());
    assertThat(Wait.forResult(incidents.find("held"))).isEmpty();
    assertThat(Wait.forResult(Publishers.list(reads.find()))).isEmpty();
  }
}
