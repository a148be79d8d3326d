package org.localityvoice.event.takeup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.attendance.Attendance;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Nadia, the manager of Newport, reads who was reached; first many, then three. */
class TakeUpOverHttpTest {
  private static final AgeGroup YOUNG = AgeGroup.FROM_5_TO_10;
  private static final AgeGroup OLDER = AgeGroup.FROM_11_TO_15;

  private final Vertx vertx = Vertx.vertx();
  private Town town;
  private Mongo mongo;
  private Allotments allotments;

  private Session club(int capacity) {
    var id = UUID.randomUUID().toString();
    var event = MadeEvents.event(id);
    var starts = town.clock().instant().plus(Duration.ofDays(1));
    var session = MadeEvents.session(id + "-1", event, starts, capacity);
    MadeEvents.store(vertx, mongo, allotments, event, session);
    return session;
  }

  /** As the door has noted them. */
  private void note(Session session, String home, AgeGroup age, int count, boolean came) {
    var rows = mongo.collection("attendance", Attendance.class);
    for (var i = 0; i < count; i++) {
      var id = UUID.randomUUID().toString();
      var row =
          new Attendance(
              id,
              1,
              session.id(),
              id,
              id,
              "newport",
              home,
              age,
              List.of(),
              !came,
              came,
              Instant.parse("2028-03-31T23:00:00Z"));
      Wait.forResult(Publishers.done(rows.insertOne(row)));
    }
  }

  private void joins(Session session, int count) {
    for (var i = 0; i < count; i++) {
      var id = UUID.randomUUID().toString();
      var join =
          new Command.Join(session.id(), new Party(id, "ola", List.of(id)), Entrance.RESIDENT);
      Wait.forResult(allotments.apply(session.allotmentId(), join));
    }
  }

  private void passesUntil(String moment) {
    town.passes(Duration.between(town.clock().instant(), Instant.parse(moment)));
  }

  private Answer takeUp(String who, String query) {
    return town.as(who).gets("/v1/localities/newport/event-takeup" + query);
  }

  @Test
  void of_many_she_reads_numbers_and_of_three_children_none(@TempDir Path folder) throws Exception {
    try (var store = StoreExtension.fresh()) {
      town = Town.on(store, folder, Map.of());
      mongo = store.connect();
      var clock = town.clock();
      var jobs = new Jobs(vertx, new Leases(mongo, "tests", clock), clock, Duration.ofSeconds(30));
      allotments =
          new Allotments(vertx, mongo, new Relay(mongo, jobs, clock), clock, new Random(3));
      Wait.forResult(mongo.ready());
      many();
      few();
      mayNot();
      town.close();
    } finally {
      Wait.forResult(vertx.close());
    }
  }

  private void many() {
    assertThat(takeUp("nadia", "?period=2026-Q4").problem()).isEqualTo("period-not-over");
    var club = club(50);
    note(club, "newport", YOUNG, 12, true);
    note(club, "newport", OLDER, 9, true);
    note(club, null, YOUNG, 8, true);
    note(club, null, OLDER, 6, true);
    note(club, "newport", YOUNG, 6, false);
    var full = club(1);
    joins(full, 6);
    passesUntil("2027-01-02T09:00:00Z");
    assertThat(takeUp("nadia", "?period=2026-Q4").problem()).isEqualTo("take-up-not-counted");
    passesUntil("2027-01-09T09:00:00Z");
    var told = takeUp("nadia", "?period=2026-Q4");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    assertThat(told.at("/sessions")).isEqualTo("2");
    assertThat(told.at("/sessionsWithAttendance")).isEqualTo("1");
    assertThat(told.at("/participants")).isEqualTo("35");
    assertThat(told.json().path("ages").findValuesAsText("participants"))
        .containsExactly("0", "20", "15", "0", "0");
    var newport =
        told.json().path("homes").findParents("home").stream()
            .filter(one -> one.path("home").asText().equals("newport"))
            .findFirst()
            .orElseThrow();
    assertThat(newport.path("participants").asInt()).isEqualTo(21);
    assertThat(newport.path("ages").findValuesAsText("participants"))
        .containsExactly("0", "12", "9", "0", "0");
    assertThat(told.at("/noShows/missed")).isEqualTo("6");
    assertThat(told.at("/noShows/expected")).isEqualTo("41");
    assertThat(told.at("/noShows/percent")).isEqualTo("14.6");
    assertThat(told.at("/waitedInVain")).isEqualTo("5");
    note(club, "newport", YOUNG, 1, true);
    town.passes(Duration.ofHours(2));
    assertThat(takeUp("nadia", "?period=2026-Q4").text())
        .as("counted once, so nobody can hold two versions against each other")
        .isEqualTo(told.text());
  }

  private void few() {
    note(club(20), "newport", YOUNG, 3, true);
    passesUntil("2027-04-09T09:00:00Z");
    var told = takeUp("nadia", "?period=2027-Q1");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    assertThat(told.at("/sessionsWithAttendance")).isEqualTo("1");
    assertThat(told.text()).contains("newport").doesNotContain("participants", "noShows");
  }

  private void mayNot() {
    // Only whole quarters: nothing that overlaps can be asked for.
    for (var query :
        List.of("", "?period=2026-Q5", "?period=2026-12", "?period=2026-10-01/2026-12-30")) {
      assertThat(takeUp("nadia", query).status()).as(query).isEqualTo(400);
    }
    assertThat(takeUp("nadia", "?period=2026-Q4&from=2026-11-01").status()).isEqualTo(400);
    var other = town.as("nadia").gets("/v1/localities/nowhere/event-takeup?period=2026-Q4");
    assertThat(other.status()).isEqualTo(404);
    for (var who : List.of("theo", "wyn", "sam", "ola")) {
      assertThat(takeUp(who, "?period=2026-Q4").status()).as(who).isIn(403, 404);
    }
  }
}
