package org.localityvoice.event.takeup;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.Session;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Nadia, the manager of Newport, reads who was reached; first many, then three. */
class TakeUpOverHttpTest {
  private static final AgeGroup YOUNG = AgeGroup.FROM_5_TO_10;
  private static final AgeGroup OLDER = AgeGroup.FROM_11_TO_15;

  private static final Instant MADE = Instant.parse("2027-01-20T09:00:00Z");

  private ClubTown clubs;
  private Town town;

  private Answer takeUp(String who, String query) {
    return town.as(who).gets("/v1/localities/newport/event-takeup" + query);
  }

  @Test
  void of_many_she_reads_numbers_and_of_three_children_none(@TempDir Path folder) throws Exception {
    try (var store = StoreExtension.fresh();
        var there = new ClubTown(store, folder)) {
      clubs = there;
      town = there.town;
      var full = many();
      cutOff();
      few();
      mayNot();
      single(full);
    }
  }

  private Session many() {
    assertThat(takeUp("nadia", "?period=2026-Q4").problem()).isEqualTo("period-not-over");
    var club = clubs.club(50);
    clubs.note(club, "newport", YOUNG, 12, true);
    clubs.note(club, "newport", OLDER, 9, true);
    clubs.note(club, null, YOUNG, 8, true);
    clubs.note(club, null, OLDER, 6, true);
    clubs.note(club, "newport", YOUNG, 6, false);
    var full = clubs.club(1);
    clubs.joins(full, 6);
    forgotten(full);
    clubs.passesUntil("2027-01-02T09:00:00Z");
    assertThat(takeUp("nadia", "?period=2026-Q4").problem()).isEqualTo("take-up-not-counted");
    clubs.passesUntil("2027-01-09T09:00:00Z");
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
    clubs.note(club, "newport", YOUNG, 1, true);
    town.passes(Duration.ofHours(2));
    assertThat(takeUp("nadia", "?period=2026-Q4").text())
        .as("counted once, so nobody can hold two versions against each other")
        .isEqualTo(told.text());
    return full;
  }

  /** The server died when it had counted one locality and not yet the other; then two count. */
  private void cutOff() {
    var store = new TakeUpStore(clubs.mongo);
    var newport = Wait.forResult(store.find("newport/2026-Q4")).orElseThrow();
    var other = Wait.forResult(store.find("north-ormesby/2026-Q4")).orElseThrow();
    var tables = clubs.mongo.collection(TakeUp.COLLECTION, TakeUp.class);
    Wait.forResult(Publishers.done(tables.deleteOne(eq("_id", other.id()))));
    town.passes(Duration.ofHours(1));
    var again = Wait.forResult(store.find(other.id())).orElseThrow();
    assertThat(again.table()).isEqualTo(other.table());
    assertThat(again.sessions()).isEqualTo(other.sessions());
    assertThat(Wait.forResult(store.find(newport.id()))).contains(newport);
    var late =
        new TakeUp(newport.id(), "newport", "2026-Q4", MADE, 9, 9, other.table(), null, null);
    assertThat(Wait.forResult(store.add(late))).as("who comes second changes nothing").isFalse();
    assertThat(Wait.forResult(store.find(newport.id()))).contains(newport);
  }

  /** Who waited is forgotten before the quarter is counted; how many it were is not. */
  private void forgotten(Session full) {
    var ends = full.endsAt();
    clubs.passesUntil(ends.plus(Duration.ofDays(30)).minusMillis(1).toString());
    assertThat(waiting(full)).isEqualTo(5);
    clubs.passesUntil(ends.plus(Duration.ofDays(30)).toString());
    assertThat(waiting(full)).isZero();
  }

  private long waiting(Session session) {
    var rows = clubs.mongo.collection("registrations", BsonDocument.class);
    return Wait.forResult(Publishers.list(rows.find(eq("visit.session", session.id())))).stream()
        .filter(one -> one.getDocument("stand").containsKey("reason"))
        .count();
  }

  private boolean knownOfSessions() {
    return Wait.forResult(
            Publishers.first(clubs.mongo.collection(InVain.COLLECTION, InVain.class).find()))
        .isPresent();
  }

  private void few() {
    clubs.note(clubs.club(20), "newport", YOUNG, 3, true);
    // Before and after local midnight, which is an hour before that of UTC by then.
    clubs.club(20, Instant.parse("2027-03-31T22:30:00Z"));
    clubs.club(20, Instant.parse("2027-03-31T23:30:00Z"));
    clubs.passesUntil("2027-04-07T22:59:59Z");
    assertThat(takeUp("nadia", "?period=2027-Q1").problem()).isEqualTo("take-up-not-counted");
    clubs.passesUntil("2027-04-07T23:00:00Z");
    var told = takeUp("nadia", "?period=2027-Q1");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    assertThat(told.at("/sessions")).isEqualTo("2");
    assertThat(told.at("/sessionsWithAttendance")).isEqualTo("1");
    assertThat(told.text()).contains("newport").doesNotContain("participants", "noShows");
  }

  private void single(Session full) {
    var known = full.endsAt().plus(Duration.ofDays(30)).minusMillis(1);
    clubs.passesUntil(known.plus(Duration.ofDays(500)).toString());
    assertThat(knownOfSessions()).isTrue();
    town.passes(Duration.ofMillis(1));
    town.passes(Duration.ofHours(7));
    assertThat(knownOfSessions()).as("how many waited for a single session").isFalse();
    assertThat(takeUp("nadia", "?period=2026-Q4").at("/waitedInVain")).isEqualTo("5");
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
