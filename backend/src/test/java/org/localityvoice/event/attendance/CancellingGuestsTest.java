package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Session;

/** An organiser says that somebody is not to come. */
@ExtendWith(DoorstepExtension.class)
class CancellingGuestsTest {
  private static final Duration SOON = Duration.ofHours(1);
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  private static int cancels(String who, Session session, String guest, String reason) {
    var path = "/v1/sessions/" + session.id() + "/roster/" + guest + "?reason=" + reason;
    return doorstep.town.as(who).sends("DELETE", path, BodyPublishers.noBody()).status();
  }

  private static List<String> told(String who) {
    return doorstep.town.as(who).gets("/v1/inbox").json().findValuesAsText("code");
  }

  @Test
  void an_organiser_ends_a_registration_the_family_is_told_and_whoever_waits_comes() {
    var club = doorstep.club(SOON, 2, true);
    var ola = doorstep.mother();
    var ana = doorstep.child(ola, "Ana", "Sharma", 8);
    var bo = doorstep.child(ola, "Bo", "Sharma", 9);
    doorstep.registers(club, ola, ana, bo);
    var eve = doorstep.mother();
    doorstep.registers(club, eve, doorstep.child(eve, "Cy", "Nowak", 8));
    var device = doorstep.device(club);
    var guest = doorstep.line(club, device, "Ana S.").path("guest").asText();
    for (var who : List.of("nadia", "rosa", "nora", "wyn", "sam", ola, eve)) {
      assertThat(cancels(who, club, guest, "unsafe")).as(who).isEqualTo(404);
    }
    assertThat(cancels("theo", club, guest, "dislike")).isEqualTo(400);
    assertThat(cancels("theo", club, "A".repeat(22), "unsafe")).isEqualTo(404);
    assertThat(doorstep.roster(club, device).json().path("items")).hasSize(2);

    assertThat(cancels("theo", club, guest, "asked-by-family")).isEqualTo(204);
    assertThat(cancels("theo", club, guest, "asked-by-family")).isEqualTo(404);
    doorstep.town.works();
    assertThat(told(ola)).containsExactly("registration.removed");
    assertThat(told(eve)).containsExactly("registration.placed");
    assertThat(doorstep.roster(club, device).json().findValuesAsText("name"))
        .containsExactly("Cy N.");
    assertThat(doorstep.documents("roster_reads"))
        .filteredOn(one -> "cancel-asked-by-family".equals(one.getString("what")))
        .filteredOn(one -> club.id().equals(one.getString("session")))
        .hasSize(1)
        .allSatisfy(
            one ->
                assertThat(one)
                    .containsEntry("reader", "theo")
                    .containsEntry("children", List.of(ana)));
  }
}
