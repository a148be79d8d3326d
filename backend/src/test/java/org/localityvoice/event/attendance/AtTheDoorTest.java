package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;

/** Who comes and who leaves, noted by devices at the door. */
@ExtendWith(DoorstepExtension.class)
class AtTheDoorTest {
  private static final Duration SOON = Duration.ofHours(1);
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  @Test
  void a_child_is_checked_in_twice_without_a_network_and_leaves_with_gran_as_one_attendance() {
    var club = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var booked = doorstep.registers(club, ola, maya);
    doorstep.tells(ola, club, maya);
    var ticket = doorstep.ticket(ola, booked, club);
    var device = doorstep.device(club);
    var line = doorstep.line(club, device, "Maya S.");
    var gran = line.at("/collectors/0/collector").asText();
    var first = doorstep.scan("check-in", ticket);
    var second = doorstep.scan("check-in", ticket);
    var stranger = doorstep.scan("check-out", ticket, "collector", "A".repeat(22));
    var leaves = doorstep.scan("check-out", ticket, "collector", gran);
    assertThat(
            doorstep.verdicts(
                club, device, first, second, doorstep.scan("check-out", ticket), stranger, leaves))
        .containsExactly(
            "recorded", "already-in", "collector-needed", "collector-unknown", "recorded");
    assertThat(doorstep.verdicts(club, device, leaves, second, first)).containsOnly("duplicate");
    var kept = doorstep.documents("attendance");
    assertThat(kept)
        .filteredOn(row -> club.id().equals(row.getString("session")))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.getList("entries", Object.class)).hasSize(3));
    var after = doorstep.line(club, device, "Maya S.");
    assertThat(after.path("in").asText()).isEqualTo(first.get("at"));
    assertThat(after.path("out").asText()).isEqualTo(leaves.get("at"));
  }

  @Test
  void the_same_batch_in_parallel_and_shuffled_comes_to_the_same() {
    var club = doorstep.club(SOON, 20, false);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 4; i++) {
      var child = doorstep.child(ola, "Kid" + i, "Sharma", 7);
      var ticket = doorstep.ticket(ola, doorstep.registers(club, ola, child), club);
      items.add(doorstep.scan("check-in", ticket));
      items.add(doorstep.scan("check-in", ticket));
      items.add(doorstep.scan("check-out", ticket));
    }
    var answers =
        IntStream.range(0, 5)
            .mapToObj(
                i -> {
                  var mixed = new ArrayList<>(items);
                  Collections.shuffle(mixed, new java.util.Random(i));
                  return CompletableFuture.supplyAsync(() -> doorstep.sends(club, device, mixed));
                })
            .toList();
    var recorded =
        answers.stream()
            .map(CompletableFuture::join)
            .map(Doorstep::verdicts)
            .flatMap(List::stream)
            .toList();
    // Of each child one check-in and one check-out is the first; whoever came later is told so.
    assertThat(recorded).filteredOn("recorded"::equals).hasSize(8);
    assertThat(recorded).filteredOn("already-in"::equals).hasSize(4);
    assertThat(recorded).filteredOn("duplicate"::equals).hasSize(48);
    assertThat(doorstep.documents("attendance"))
        .filteredOn(row -> club.id().equals(row.getString("session")))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.getList("entries", Object.class)).hasSize(3));
  }

  @Test
  void two_devices_scan_a_ticket_at_once_and_one_of_them_is_told_that_she_is_in_already() {
    var club = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var ticket =
        doorstep.ticket(
            ola, doorstep.registers(club, ola, doorstep.child(ola, "Mo", "Sharma", 8)), club);
    var devices = List.of(doorstep.device(club), doorstep.device(club));
    var answers =
        IntStream.range(0, 10)
            .mapToObj(
                i -> {
                  var scan = List.of(doorstep.scan("check-in", ticket));
                  return CompletableFuture.supplyAsync(
                      () -> doorstep.sends(club, devices.get(i % 2), scan));
                })
            .toList();
    var verdicts = answers.stream().map(CompletableFuture::join).map(Doorstep::verdicts).toList();
    assertThat(verdicts).filteredOn(List.of("recorded")::equals).hasSize(1);
    assertThat(verdicts).filteredOn(List.of("already-in")::equals).hasSize(9);
    assertThat(doorstep.documents("attendance"))
        .filteredOn(row -> club.id().equals(row.getString("session")))
        .hasSize(1);
  }

  @Test
  void a_bad_item_keeps_no_other_out() {
    var club = doorstep.club(SOON, 1, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var placed = doorstep.registers(club, ola, doorstep.child(ola, "Ana", "Sharma", 8));
    var ticket = doorstep.ticket(ola, placed, club);
    var waiting = doorstep.registers(club, ola, doorstep.child(ola, "Bo", "Sharma", 9));
    assertThat(doorstep.tickets(ola, waiting, club).status()).isEqualTo(409);
    var monday = doorstep.club(Duration.ofHours(2), 20, true);
    var elsewhere =
        doorstep.ticket(
            ola, doorstep.registers(monday, ola, doorstep.child(ola, "Cy", "Sharma", 8)), monday);
    var twice = doorstep.scan("check-in", ticket, "id", "the-same-id");
    var other = doorstep.scan("check-out", ticket, "id", "the-same-id");
    var answer =
        doorstep.sends(
            club,
            device,
            List.of(
                "nonsense",
                Map.of("id", "half-an-item", "act", "check-in"),
                doorstep.scan("check-in", ticket, "colour", "green"),
                doorstep.scan("check-in", "LV1.what.is.this"),
                doorstep.scan("check-in", elsewhere),
                doorstep.scan("check-in", ticket.substring(0, ticket.length() - 9) + "AAAAAAAAA"),
                doorstep.item("check-in", "guest", "A".repeat(22)),
                doorstep.scan(
                    "check-in", ticket, "at", doorstep.now().minus(Duration.ofDays(3)).toString()),
                doorstep.scan(
                    "check-in", ticket, "at", doorstep.now().plus(Duration.ofDays(3)).toString()),
                doorstep.scan("correction", ticket, "corrects", "some-other-id"),
                twice,
                other,
                doorstep.scan("check-in", ticket)));
    assertThat(Doorstep.verdicts(answer))
        .containsExactly(
            "invalid",
            "invalid",
            "invalid",
            "unknown",
            "other-session",
            "forged",
            "unknown",
            "too-early",
            "too-late",
            "invalid",
            "content-mismatch",
            "content-mismatch",
            "recorded");
    assertThat(answer.at("/items/1/id")).isEqualTo("half-an-item");
    assertThat(answer.at("/items/4/text")).isEqualTo("This ticket is for another session.");
    assertThat(doorstep.verdicts(club, device, twice)).containsExactly("already-in");
    assertThat(doorstep.verdicts(club, device, other)).containsExactly("content-mismatch");
  }

  @Test
  void an_id_that_stood_for_one_child_stands_for_no_other() {
    var club = doorstep.club(SOON, 20, false);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var ana =
        doorstep.ticket(
            ola, doorstep.registers(club, ola, doorstep.child(ola, "Ana", "S", 8)), club);
    var bo =
        doorstep.ticket(
            ola, doorstep.registers(club, ola, doorstep.child(ola, "Bo", "S", 8)), club);
    var id = UUID.randomUUID().toString();
    assertThat(doorstep.verdicts(club, device, doorstep.scan("check-in", ana, "id", id)))
        .containsExactly("recorded");
    assertThat(doorstep.verdicts(club, device, doorstep.scan("check-in", bo, "id", id)))
        .containsExactly("content-mismatch");
  }

  @Test
  void a_ticket_of_a_registration_that_has_ended_lets_nobody_in_but_whoever_is_in_gets_out() {
    var club = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var ana = doorstep.registers(club, ola, doorstep.child(ola, "Ana", "Sharma", 8));
    var bo = doorstep.registers(club, ola, doorstep.child(ola, "Bo", "Sharma", 8));
    var anas = doorstep.ticket(ola, ana, club);
    var bos = doorstep.ticket(ola, bo, club);
    assertThat(doorstep.verdicts(club, device, doorstep.scan("check-in", bos)))
        .containsExactly("recorded");
    doorstep.leaves(club, ana);
    doorstep.leaves(club, bo);
    assertThat(
            doorstep.verdicts(
                club,
                device,
                doorstep.scan("check-in", anas),
                doorstep.scan("check-out", bos, "release", "guardian-phoned")))
        .containsExactly("cancelled", "recorded");
    assertThat(doorstep.tickets(ola, ana, club).status()).isEqualTo(404);
  }

  @Test
  void a_child_who_lost_a_place_and_waits_is_let_in_by_the_same_note_once_there_is_one_again() {
    var club = doorstep.club(SOON, 1, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var ana = doorstep.child(ola, "Ana", "Sharma", 8);
    var first = doorstep.registers(club, ola, ana);
    var note = doorstep.scan("check-in", doorstep.ticket(ola, first, club));
    doorstep.leaves(club, first);
    assertThat(doorstep.verdicts(club, device, note)).containsExactly("cancelled");
    var other = doorstep.registers(club, ola, doorstep.child(ola, "Bo", "Sharma", 8));
    doorstep.registers(club, ola, ana);
    assertThat(doorstep.verdicts(club, device, note)).containsExactly("not-placed");
    doorstep.leaves(club, other);
    assertThat(doorstep.verdicts(club, device, note)).containsExactly("recorded");
  }

  @Test
  void a_mistake_is_corrected_by_another_note_and_stays_to_be_seen() {
    var club = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var ticket =
        doorstep.ticket(
            ola, doorstep.registers(club, ola, doorstep.child(ola, "Ana", "Sharma", 8)), club);
    var wrong = doorstep.scan("check-in", ticket);
    var correction =
        doorstep.scan("correction", ticket, "corrects", wrong.get("id"), "why", "wrong-person");
    assertThat(doorstep.verdicts(club, device, wrong, correction)).containsOnly("recorded");
    assertThat(doorstep.line(club, device, "Ana S.").has("in")).isFalse();
    assertThat(doorstep.documents("attendance"))
        .filteredOn(row -> club.id().equals(row.getString("session")))
        .allSatisfy(row -> assertThat(row.getList("entries", Object.class)).hasSize(2));
  }

  @Test
  void tickets_are_for_those_who_act_for_the_child_and_say_nothing_of_it() {
    var club = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var child = doorstep.child(ola, "Ana", "Sharma", 8);
    var booked = doorstep.registers(club, ola, child);
    var tickets = doorstep.tickets(ola, booked, club);
    assertThat(tickets.text()).isEqualTo(doorstep.tickets(ola, booked, club).text());
    assertThat(tickets.at("/items/0/text")).doesNotContain(child, booked, "Ana");
    var stranger = doorstep.tickets(doorstep.mother(), booked, club);
    assertThat(stranger.status()).isEqualTo(404);
    Answer absent = doorstep.tickets(ola, UUID.randomUUID().toString(), club);
    assertThat(stranger.at("/detail")).isEqualTo(absent.at("/detail"));
    assertThat(doorstep.tickets("theo", booked, club).status()).isEqualTo(404);
  }

  @Test
  void a_registration_has_tickets_at_its_own_session_and_is_unknown_at_any_other() {
    var club = doorstep.club(SOON, 20, true);
    var other = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var child = doorstep.child(ola, "Ana", "Sharma", 8);
    var booked = doorstep.registers(club, ola, child);
    doorstep.registers(other, ola, child);
    var wrong = doorstep.tickets(ola, booked, other);
    assertThat(wrong.status()).isEqualTo(404);
    var absent = doorstep.tickets(ola, UUID.randomUUID().toString(), other);
    assertThat(wrong.at("/detail")).isEqualTo(absent.at("/detail"));
    var none = doorstep.town.as(ola).gets("/v1/registrations/" + booked + "/tickets");
    assertThat(none.status()).isEqualTo(400);
    // The control.
    assertThat(doorstep.tickets(ola, booked, club).status()).isEqualTo(200);
  }
}
