package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.Session;
import org.localityvoice.schedule.FinancialYear;

/** What is left of a session: who did not come, and what went wrong. */
@ExtendWith(DoorstepExtension.class)
class AfterwardsTest {
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  private static Answer noShows(String who, Session session) {
    return doorstep.town.as(who).gets("/v1/sessions/" + session.id() + "/no-shows");
  }

  private static List<String> names(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items").findValuesAsText("name");
  }

  @Test
  void who_did_not_come_is_shown_to_the_organiser_for_a_day_and_books_again_like_anybody() {
    var club = doorstep.club(Duration.ofHours(1), 3, false);
    var ola = doorstep.mother();
    var came = doorstep.registers(club, ola, doorstep.child(ola, "Ana", "Sharma", 8));
    var missing = doorstep.child(ola, "Bo", "Sharma", 8);
    doorstep.registers(club, ola, missing);
    var late = doorstep.registers(club, ola, doorstep.child(ola, "Cy", "Sharma", 8));
    var waits = doorstep.child(ola, "Waits", "Sharma", 8);
    doorstep.registers(club, ola, waits);
    var device = doorstep.device(club);
    var anas = doorstep.scan("check-in", doorstep.ticket(ola, came, club));
    var cys = doorstep.scan("check-in", doorstep.ticket(ola, late, club));
    assertThat(doorstep.verdicts(club, device, anas)).containsExactly("recorded");
    doorstep.town.passes(Duration.ofHours(2));
    assertThat(noShows("theo", club).status()).isEqualTo(404);
    doorstep.town.passes(Duration.ofHours(2));
    assertThat(names(noShows("theo", club))).containsExactlyInAnyOrder("Bo S.", "Cy S.");
    assertThat(names(noShows("nadia", club))).isEmpty();
    assertThat(noShows("nadia", club).at("/count")).isEqualTo("2");
    for (var who : List.of("rosa", "nora", "sam", "wyn", ola)) {
      assertThat(noShows(who, club).status()).as(who).isEqualTo(404);
    }
    // Cy was there; the device had no network.
    assertThat(doorstep.verdicts(club, device, cys)).containsExactly("recorded");
    assertThat(names(noShows("theo", club))).containsExactly("Bo S.");
    var next = doorstep.club(Duration.ofHours(1), 1, false);
    var again = doorstep.registers(next, ola, missing);
    assertThat(doorstep.tickets(ola, again, next).status()).isEqualTo(200);
    doorstep.town.passes(Duration.ofHours(23));
    assertThat(noShows("theo", club).status()).isEqualTo(404);
  }

  @Test
  void where_nobody_kept_the_door_nobody_is_missing() {
    var club = doorstep.club(Duration.ofHours(1), 3, false);
    var ola = doorstep.mother();
    doorstep.registers(club, ola, doorstep.child(ola, "Ana", "Sharma", 8));
    doorstep.device(club);
    doorstep.town.passes(Duration.ofHours(6));
    assertThat(names(noShows("theo", club))).isEmpty();
  }

  @Test
  void of_a_child_who_was_removed_only_a_number_is_left() {
    var club = doorstep.club(Duration.ofHours(1), 3, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var booked = doorstep.registers(club, ola, maya);
    var device = doorstep.device(club);
    var scan = doorstep.scan("check-in", doorstep.ticket(ola, booked, club));
    assertThat(doorstep.verdicts(club, device, scan)).containsExactly("recorded");
    assertThat(doorstep.documents("attendance"))
        .anySatisfy(row -> assertThat(row.toJson()).contains(maya));
    var removed =
        doorstep.town.as(ola).sends("DELETE", "/v1/participants/" + maya, BodyPublishers.noBody());
    assertThat(removed.status()).isEqualTo(204);
    doorstep.town.works();
    assertThat(doorstep.documents("attendance"))
        .noneSatisfy(row -> assertThat(row.toJson()).contains(maya));
  }

  private static Map<String, Object> note(String id, String text, String... guests) {
    return Town.body(
        "id", id, "at", doorstep.now().toString(), "guests", List.of(guests), "text", text);
  }

  private static Answer notes(Session session, String token, Object note) {
    return doorstep
        .town
        .nobody()
        .posts("/v1/sessions/" + session.id() + "/incidents", note, "Device-Token", token);
  }

  @Test
  void what_went_wrong_is_read_by_the_safeguarding_lead_and_nobody_else() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    doorstep.registers(club, ola, maya);
    var device = doorstep.device(club);
    var guest = doorstep.line(club, device, "Maya S.").path("guest").asText();
    var written = note(UUID.randomUUID().toString(), "She said zebrafish about home.", guest);
    var kept = notes(club, device, written);
    assertThat(kept.status()).as(kept.text()).isEqualTo(201);
    assertThat(kept.json().size()).isEqualTo(1);
    assertThat(notes(club, device, written).at("/id")).isEqualTo(kept.at("/id"));
    var other = new HashMap<>(written);
    other.put("text", "Nothing happened.");
    assertThat(notes(club, device, other).status()).isEqualTo(409);
    var path = "/v1/incidents/" + kept.at("/id");
    var read = doorstep.town.as("sam").gets(path);
    assertThat(read.at("/text")).isEqualTo("She said zebrafish about home.");
    assertThat(read.at("/guests/0")).isEqualTo(maya);
    var list = doorstep.town.as("sam").gets("/v1/localities/newport/incidents");
    assertThat(list.text()).contains(kept.at("/id")).doesNotContain("zebrafish", maya);
    for (var who : List.of("theo", "nadia", "rosa", "wyn", "pat", "omar", ola)) {
      assertThat(doorstep.town.as(who).gets(path).status()).as(who).isEqualTo(404);
      assertThat(doorstep.town.as(who).gets("/v1/localities/newport/incidents").status())
          .as(who)
          .isEqualTo(404);
    }
    doorstep.town.works();
    assertThat(doorstep.dump()).contains(kept.at("/id")).doesNotContain("zebrafish");
    assertThat(doorstep.documents("incidents"))
        .filteredOn(one -> kept.at("/id").equals(one.getString("_id")))
        .allSatisfy(one -> assertThat(one.toJson()).doesNotContain(maya));
    assertThat(doorstep.documents("incident_reads"))
        .filteredOn(one -> kept.at("/id").equals(one.getString("incident")))
        .hasSize(1)
        .allSatisfy(one -> assertThat(one).containsEntry("reader", "sam"));
  }

  @Test
  void a_note_is_of_the_days_of_the_session_and_of_no_other_year() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var device = doorstep.device(club);
    var now = doorstep.now();
    var wrong =
        List.of(
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            club.startsAt().minus(Duration.ofDays(2)).minusSeconds(1).toString(),
            now.plus(Duration.ofDays(2)).plusSeconds(60).toString());
    for (var at : wrong) {
      var note = note(UUID.randomUUID().toString(), "A fall.");
      note.put("at", at);
      var refused = notes(club, device, note);
      assertThat(refused.status()).as(at).isEqualTo(400);
      assertThat(refused.places()).as(at).containsExactly("#/at");
    }
    for (var at : List.of(club.startsAt().minus(Duration.ofDays(2)), now.plusSeconds(3600))) {
      var note = note(UUID.randomUUID().toString(), "A fall.");
      note.put("at", at.toString());
      assertThat(notes(club, device, note).status()).as(at.toString()).isEqualTo(201);
    }
  }

  private static List<JsonNode> updates(String who) {
    var inbox = doorstep.town.as(who).gets("/v1/inbox").json().path("items");
    return StreamSupport.stream(inbox.spliterator(), false)
        .filter(entry -> entry.path("code").asText().equals("update"))
        .toList();
  }

  @Test
  void the_safeguarding_lead_hears_that_there_is_an_update_and_nothing_more_and_nobody_else_does() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    doorstep.registers(club, ola, maya);
    var device = doorstep.device(club);
    var guest = doorstep.line(club, device, "Maya S.").path("guest").asText();
    doorstep.town.works();
    var before = updates("sam").size();
    var written = note(UUID.randomUUID().toString(), "She said quokka about home.", guest);
    var id = notes(club, device, written).at("/id");
    assertThat(notes(club, device, written).at("/id")).isEqualTo(id);
    doorstep.town.works();
    doorstep.town.works();
    var updates = updates("sam");
    assertThat(updates).as("one for a note, however often it was sent").hasSize(before + 1);
    var told = updates.get(0);
    assertThat(told.path("text").asText()).isEqualTo("You have an update.");
    assertThat(told.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "audience", "code", "text", "locality", "at");
    for (var who : List.of("theo", "nadia", "nora", "rosa", "wyn", "pat", "omar", "ada", ola)) {
      assertThat(updates(who)).as(who).isEmpty();
    }
    assertThat(doorstep.documents("inbox"))
        .filteredOn(one -> one.toJson().contains("\"update\""))
        .hasSize(before + 1)
        .allSatisfy(
            one ->
                assertThat(one.toJson())
                    .contains("safeguarding:newport")
                    .doesNotContain("quokka", id, club.id(), club.eventId(), maya, guest));
    // Two notes are two updates.
    notes(club, device, note(UUID.randomUUID().toString(), "A fall."));
    doorstep.town.works();
    assertThat(updates("sam")).hasSize(before + 2);
  }

  private static Answer holds(String who, String incident, String reviewOn) {
    var body = org.localityvoice.http.Json.bytes(Town.body("reviewOn", reviewOn));
    return doorstep
        .town
        .as(who)
        .sends(
            "PUT",
            "/v1/incidents/" + incident + "/hold",
            BodyPublishers.ofByteArray(body),
            "Content-Type",
            "application/json");
  }

  private static Answer releases(String who, String incident) {
    return doorstep
        .town
        .as(who)
        .sends("DELETE", "/v1/incidents/" + incident + "/hold", BodyPublishers.noBody());
  }

  private static boolean told(Session session, String participant) {
    return doorstep.documents("collected").stream()
        .anyMatch(
            row ->
                session.id().equals(row.getString("session"))
                    && participant.equals(row.getString("participant")));
  }

  @Test
  void what_was_told_of_a_child_who_was_hurt_is_kept_until_no_incident_needs_it() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var ben = doorstep.child(ola, "Ben", "Sharma", 8);
    doorstep.registers(club, ola, maya, ben);
    doorstep.tells(ola, club, maya);
    doorstep.tells(ola, club, ben);
    var device = doorstep.device(club);
    var guest = doorstep.line(club, device, "Maya S.").path("guest").asText();
    var first = notes(club, device, note(UUID.randomUUID().toString(), "A fall.", guest)).at("/id");
    var second = notes(club, device, note(UUID.randomUUID().toString(), "Again.", guest)).at("/id");
    var soon = doorstep.now().plus(Duration.ofDays(30)).toString().substring(0, 10);
    for (var who : List.of("theo", "nadia", "pat", ola)) {
      assertThat(holds(who, first, soon).status()).as(who).isEqualTo(404);
      assertThat(releases(who, first).status()).as(who).isEqualTo(404);
    }
    assertThat(holds("sam", first, "2031-01-01").places()).containsExactly("#/reviewOn");
    for (var incident : List.of(first, second)) {
      assertThat(holds("sam", incident, soon).at("/reviewOn")).isEqualTo(soon);
    }
    assertThat(doorstep.town.as("sam").gets("/v1/incidents/" + first).at("/heldUntil"))
        .isEqualTo(soon);
    doorstep.town.passes(Duration.ofDays(15));
    assertThat(told(club, ben)).isFalse();
    assertThat(told(club, maya)).isTrue();
    assertThat(releases("sam", first).status()).isEqualTo(204);
    doorstep.town.passes(Duration.ofHours(2));
    assertThat(told(club, maya)).isTrue();
    assertThat(releases("sam", second).status()).isEqualTo(204);
    assertThat(releases("sam", second).status()).isEqualTo(204);
    doorstep.town.passes(Duration.ofHours(2));
    assertThat(told(club, maya)).isFalse();
  }

  @Test
  void a_note_about_somebody_who_is_not_there_or_of_nothing_is_refused_with_its_place() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var device = doorstep.device(club);
    var stranger = notes(club, device, note("note-about-a-stranger", "x", "A".repeat(22)));
    assertThat(stranger.status()).isEqualTo(400);
    assertThat(stranger.places()).containsExactly("#/guests/0");
    assertThat(notes(club, device, note("note-of-nothing", " \u200b ")).places())
        .containsExactly("#/text");
  }

  @Test
  void a_month_later_devices_and_their_keys_are_gone_and_at_the_end_of_the_next_year_who_it_was() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var booked = doorstep.registers(club, ola, maya);
    var device = doorstep.device(club);
    var scan = doorstep.scan("check-in", doorstep.ticket(ola, booked, club));
    assertThat(doorstep.verdicts(club, device, scan)).containsExactly("recorded");
    doorstep.town.passes(Duration.ofDays(30));
    assertThat(doorstep.tickets(ola, booked, club).status()).isEqualTo(409);
    assertThat(doorstep.documents("doors"))
        .anySatisfy(door -> assertThat(door.getString("_id")).isEqualTo(club.id()));
    doorstep.town.passes(Duration.ofHours(5));
    assertThat(doorstep.documents("doors"))
        .noneSatisfy(door -> assertThat(door.getString("_id")).isEqualTo(club.id()));
    assertThat(doorstep.documents("attendance_items"))
        .noneSatisfy(claim -> assertThat(claim.getString("session")).isEqualTo(club.id()));
    var end =
        FinancialYear.endOfNext(
            java.time.LocalDate.ofInstant(club.startsAt(), java.time.ZoneOffset.UTC),
            java.time.ZoneId.of("Europe/London"));
    doorstep.town.passes(Duration.between(doorstep.now(), end).minusMillis(1));
    var id =
        doorstep.documents("attendance").stream()
            .filter(row -> maya.equals(row.getString("participant")))
            .map(row -> row.getString("_id"))
            .findFirst()
            .orElseThrow();
    doorstep.town.passes(Duration.ofMillis(1));
    assertThat(doorstep.documents("attendance"))
        .filteredOn(row -> id.equals(row.getString("_id")))
        .hasSize(1)
        .allSatisfy(
            row ->
                assertThat(row)
                    .doesNotContainKeys("participant", "registration", "session", "purgeAt")
                    .containsEntry("locality", "newport")
                    .containsEntry("home", "newport")
                    .containsEntry("age", "FROM_5_TO_10")
                    .containsEntry("entries", List.of())
                    .containsEntry("came", true));
    assertThat(doorstep.documents("event_purges"))
        .extracting(one -> one.getString("what"))
        .contains("doors", "attendance");
  }
}
