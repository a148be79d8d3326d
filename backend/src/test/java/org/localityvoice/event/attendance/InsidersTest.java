package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.Session;

/** Children whose places go while they are inside, over HTTP. */
@ExtendWith(DoorstepExtension.class)
class InsidersTest {
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  @Test
  void a_child_whose_place_has_gone_is_on_the_roster_until_it_has_left() {
    var club = doorstep.club(Duration.ofHours(1), 20, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var inside = doorstep.registers(club, ola, doorstep.child(ola, "Bo", "Sharma", 8));
    var outside = doorstep.registers(club, ola, doorstep.child(ola, "Cy", "Sharma", 8));
    var guest = doorstep.line(club, device, "Bo S.").path("guest").asText();
    assertThat(doorstep.verdicts(club, device, doorstep.item("check-in", "guest", guest)))
        .containsExactly("recorded");
    doorstep.leaves(club, inside);
    doorstep.leaves(club, outside);
    assertThat(names(club, device)).containsExactly("Bo S.");
    var one = "/v1/sessions/" + club.id() + "/roster/" + guest;
    assertThat(doorstep.town.nobody().gets(one, "Device-Token", device).at("/under18"))
        .isEqualTo("true");
    var out = doorstep.item("check-out", "guest", guest, "release", "guardian-in-person");
    assertThat(doorstep.verdicts(club, device, out)).containsExactly("recorded");
    assertThat(names(club, device)).isEmpty();
    assertThat(doorstep.town.nobody().gets(one, "Device-Token", device).status()).isEqualTo(404);
  }

  @Test
  void who_lost_a_place_while_inside_and_waits_for_another_is_on_the_roster() {
    var club = doorstep.club(Duration.ofHours(1), 1, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var bo = doorstep.child(ola, "Bo", "Sharma", 8);
    var first = doorstep.registers(club, ola, bo);
    var guest = doorstep.line(club, device, "Bo S.").path("guest").asText();
    doorstep.verdicts(club, device, doorstep.item("check-in", "guest", guest));
    doorstep.leaves(club, first);
    doorstep.registers(club, ola, doorstep.child(ola, "Cy", "Sharma", 8));
    doorstep.registers(club, ola, bo);
    assertThat(names(club, device)).containsExactlyInAnyOrder("Bo S.", "Cy S.");
  }

  @Test
  void what_happened_to_a_child_whose_place_has_gone_is_noted_about_that_child() {
    var club = doorstep.club(Duration.ofHours(1), 20, true);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    var bo = doorstep.child(ola, "Bo", "Sharma", 8);
    var inside = doorstep.registers(club, ola, bo);
    var guest = doorstep.line(club, device, "Bo S.").path("guest").asText();
    doorstep.verdicts(club, device, doorstep.item("check-in", "guest", guest));
    doorstep.leaves(club, inside);
    var note =
        Town.body(
            "id",
            UUID.randomUUID().toString(),
            "at",
            doorstep.now().toString(),
            "guests",
            List.of(guest),
            "text",
            "He fell off the stage.");
    var kept =
        doorstep
            .town
            .nobody()
            .posts("/v1/sessions/" + club.id() + "/incidents", note, "Device-Token", device);
    assertThat(kept.status()).as(kept.text()).isEqualTo(201);
    assertThat(doorstep.town.as("sam").gets("/v1/incidents/" + kept.at("/id")).at("/guests/0"))
        .isEqualTo(bo);
  }

  private static List<String> names(Session club, String device) {
    Answer roster = doorstep.roster(club, device);
    assertThat(roster.status()).as(roster.text()).isEqualTo(200);
    return roster.json().path("items").findValuesAsText("name");
  }
}
