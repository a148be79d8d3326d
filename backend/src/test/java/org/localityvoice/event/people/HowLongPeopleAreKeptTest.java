package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Codes, consents and notes of readings end on their day, unless an incident holds them. */
@ExtendWith(StoreExtension.class)
class HowLongPeopleAreKeptTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Signatory SAM = new Signatory("sam", "safeguarding-lead");
  private static final LocalDate REVIEW = LocalDate.parse("2027-03-01");

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void a_code_is_gone_after_72_hours_whether_it_was_used_or_not(Store store) {
    var mongo = store.connect();
    var parts = new PeopleParts(mongo, vertx, clock, new ArrayList<>());
    var codes = new GuardianCodeStore(mongo);
    var ends = clock.instant().plus(Duration.ofDays(3));
    for (var id : List.of("used", "unused", "later")) {
      var until = id.equals("later") ? ends.plus(MOMENT) : ends;
      var by = id.equals("used") ? "father" : null;
      var code =
          new GuardianCode(
              id, "salt", id, GuardianCode.Kind.GUARDIAN, "lena", "child", null, until, by);
      assertThat(Wait.forResult(codes.add(code))).isTrue();
    }
    clock.set(ends.minus(MOMENT));
    parts.works();
    assertThat(Wait.forResult(codes.find("used"))).isPresent();
    assertThat(Wait.forResult(codes.find("unused"))).isPresent();
    clock.set(ends);
    parts.works();
    assertThat(Wait.forResult(codes.find("used"))).isEmpty();
    assertThat(Wait.forResult(codes.find("unused"))).isEmpty();
    assertThat(Wait.forResult(codes.find("later"))).isPresent();
    var noted = mongo.collection(AuditStore.PURGES, AuditStore.Purge.class);
    assertThat(Wait.forResult(Publishers.list(noted.find())))
        .extracting(AuditStore.Purge::what, AuditStore.Purge::count)
        .containsExactly(tuple(GuardianCodeStore.COLLECTION, 2));
  }

  @Test
  void that_somebody_consented_is_kept_for_longer_while_an_incident_holds_it(Store store) {
    var mongo = store.connect();
    var parts = new PeopleParts(mongo, vertx, clock, new ArrayList<>());
    var held = new HeldRecords(new HeldRecordStore(mongo));
    for (var child : List.of("hurt", "well", "hurt-and-gone", "gone")) {
      parts.add(child, "mother");
      parts.consent(child, "mother", "one", "easter");
      if (child.startsWith("hurt")) {
        Wait.forResult(held.hold("club", child, SAM, REVIEW));
      }
      if (child.endsWith("gone")) {
        Wait.forResult(parts.profiles.remove("mother", child));
      } else {
        Wait.forResult(parts.consents.withdraw("mother", child, "one"));
      }
    }
    parts.works();
    clock.advance(Tidying.EVIDENCE);
    parts.works();
    assertThat(consents(parts, "hurt")).hasValue(1);
    assertThat(consents(parts, "well")).hasValue(0);
    assertThat(consents(parts, "hurt-and-gone")).hasValue(1);
    assertThat(consents(parts, "gone")).isEmpty();
    Wait.forResult(held.release("club", "hurt"));
    Wait.forResult(held.release("club", "hurt-and-gone"));
    parts.works();
    assertThat(consents(parts, "hurt")).hasValue(0);
    assertThat(consents(parts, "hurt-and-gone")).isEmpty();
  }

  private static Optional<Integer> consents(PeopleParts parts, String child) {
    return Wait.forResult(parts.store.find(child)).map(one -> one.consents().size());
  }

  @Test
  void notes_of_readings_go_with_the_next_year_but_for_those_that_an_incident_holds(Store store) {
    var mongo = store.connect();
    var audit = new AuditStore(mongo);
    var held = new HeldRecords(new HeldRecordStore(mongo));
    var notes = new ReadNotes(audit, held, clock, ZoneId.of("Europe/London"));
    Wait.forResult(mongo.ready());
    for (var i = 0; i < 250; i++) {
      Wait.forResult(audit.add(read("read-" + i, "p-" + i, Instant.parse("2027-03-31T22:59:59Z"))));
    }
    Wait.forResult(audit.add(read("later", "p-0", Instant.parse("2027-03-31T23:00:00Z"))));
    Wait.forResult(held.hold("club", "p-7", SAM, REVIEW));
    // Another session of the same child holds nothing here.
    Wait.forResult(held.hold("other", "p-8", SAM, REVIEW));
    clock.set(Instant.parse("2028-03-31T22:59:59.999Z"));
    Wait.forResult(notes.purge());
    assertThat(left(audit)).hasSize(251);
    clock.set(Instant.parse("2028-03-31T23:00:00Z"));
    Wait.forResult(notes.purge());
    assertThat(left(audit)).containsExactlyInAnyOrder("read-7", "later");
    Wait.forResult(held.release("club", "p-7"));
    Wait.forResult(notes.purge());
    assertThat(left(audit)).containsExactly("later");
  }

  private static ReadEntry read(String id, String participant, Instant at) {
    return new ReadEntry(
        id, "theo", "partner-officer", participant, "club", List.of("medical"), at);
  }

  private static List<String> left(AuditStore audit) {
    var ever = Instant.parse("2100-01-01T00:00:00Z");
    return Wait.forResult(audit.before(ever, Optional.empty(), 1_000)).stream()
        .map(ReadEntry::id)
        .toList();
  }
}
