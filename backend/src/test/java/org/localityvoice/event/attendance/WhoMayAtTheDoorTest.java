package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;

/** Every operation of the day of a session, against everybody. */
@ExtendWith(DoorstepExtension.class)
class WhoMayAtTheDoorTest {
  private static final List<String> EVERYBODY =
      List.of("ana", "ben", "gita", "wyn", "theo", "rosa", "omar", "nadia", "nora", "pat", "sam");
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  @Test
  void whoever_may_not_meets_the_same_wall_as_for_what_is_not_there() {
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var ola = doorstep.mother();
    var booked = doorstep.registers(club, ola, doorstep.child(ola, "Maya", "Sharma", 8));
    var device = doorstep.device(club);
    var ticket = doorstep.ticket(ola, booked, club);
    assertThat(doorstep.verdicts(club, device, doorstep.scan("check-in", ticket)))
        .containsExactly("recorded");
    var guest = doorstep.line(club, device, "Maya S.").path("guest").asText();
    var note =
        Town.body("id", "a-note-of-this", "at", doorstep.now().toString(), "text", "A fall.");
    var session = "/v1/sessions/" + club.id();
    var incident =
        doorstep
            .town
            .nobody()
            .posts(session + "/incidents", note, "Device-Token", device)
            .at("/id");
    doorstep.town.passes(Duration.ofHours(3));
    Map<String, Function<Person, Answer>> operations = new TreeMap<>();
    operations.put("devices", who -> who.gets(session + "/device-tokens"));
    operations.put(
        "make",
        who -> who.posts(session + "/device-tokens", Map.of(), "Idempotency-Key", "k1234567"));
    operations.put(
        "revoke",
        who ->
            who.sends(
                "DELETE", session + "/device-tokens/0123456789abcdef", BodyPublishers.noBody()));
    operations.put("no-shows", who -> who.gets(session + "/no-shows"));
    operations.put("roster", who -> who.gets(session + "/roster"));
    operations.put("guest", who -> who.gets(session + "/roster/" + guest));
    operations.put(
        "attendance",
        who ->
            who.posts(
                session + "/attendance",
                Town.body("items", List.of(doorstep.scan("check-in", ticket)))));
    operations.put("note", who -> who.posts(session + "/incidents", note));
    operations.put("walk-in", who -> who.posts(session + "/walk-ins", Map.of("pass", "x")));
    operations.put(
        "tickets",
        who -> who.gets("/v1/registrations/" + booked + "/tickets?session=" + club.id()));
    operations.put("incidents", who -> who.gets("/v1/localities/newport/incidents"));
    operations.put("incident", who -> who.gets("/v1/incidents/" + incident));
    Map<String, List<String>> may =
        Map.of(
            "devices", List.of("theo", "nadia"),
            "make", List.of("theo"),
            "no-shows", List.of("theo", "nadia"),
            "incidents", List.of("sam"),
            "incident", List.of("sam"));
    var seen = new TreeMap<String, List<String>>();
    var walls = new TreeSet<String>();
    operations.forEach(
        (name, operation) -> {
          for (var who : EVERYBODY) {
            var answer = operation.apply(doorstep.town.as(who));
            if (answer.status() == 404) {
              walls.add(answer.at("/title") + answer.at("/detail"));
            } else {
              assertThat(answer.status()).as(name + " " + who).isLessThan(300);
              seen.computeIfAbsent(name, any -> new java.util.ArrayList<>()).add(who);
            }
          }
        });
    assertThat(seen).isEqualTo(new TreeMap<>(may));
    assertThat(walls).hasSize(1);
    // The control: with a device, or as her mother, the same doors open.
    assertThat(doorstep.roster(club, device).status()).isEqualTo(200);
    assertThat(doorstep.tickets(ola, booked, club).status()).isEqualTo(200);
  }
}
