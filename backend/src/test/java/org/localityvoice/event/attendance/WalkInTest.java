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

/** Parties that come without a registration. */
@ExtendWith(DoorstepExtension.class)
class WalkInTest {
  private static final Duration SOON = Duration.ofHours(1);
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  private static Answer pass(String uid, Session session, String id, String... participants) {
    return doorstep
        .town
        .as(uid)
        .posts(
            "/v1/sessions/" + session.id() + "/walk-in-passes",
            Town.body("id", id, "participants", List.of(participants)));
  }

  private static Answer scans(Session session, String device, String pass) {
    return doorstep
        .town
        .nobody()
        .posts(
            "/v1/sessions/" + session.id() + "/walk-ins",
            Town.body("pass", pass),
            "Device-Token",
            device);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  @Test
  void a_mother_at_the_door_tells_what_the_club_asks_and_her_child_is_let_in_once() {
    var club = doorstep.club(SOON, 20, true);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var device = doorstep.device(club);
    // The club has begun.
    doorstep.town.clock().advance(Duration.ofMinutes(90));
    var untold = pass(ola, club, id(), maya);
    assertThat(untold.status()).isEqualTo(400);
    assertThat(untold.places()).containsExactly("#/participants/0");
    doorstep.tells(ola, club, maya);
    var id = id();
    var made = pass(ola, club, id, maya);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(pass(ola, club, id, maya).text()).isEqualTo(made.text());
    var admitted = scans(club, device, made.at("/pass"));
    assertThat(admitted.status()).as(admitted.text()).isEqualTo(200);
    assertThat(admitted.at("/guests/0/name")).isEqualTo("Maya S.");
    assertThat(admitted.at("/registration")).isEqualTo(id);
    doorstep.town.clock().advance(Duration.ofMinutes(29));
    assertThat(scans(club, device, made.at("/pass")).text()).isEqualTo(admitted.text());
    assertThat(doorstep.roster(club, device).json().path("items")).hasSize(1);
    assertThat(
            doorstep.verdicts(
                club, device, doorstep.item("check-in", "guest", admitted.at("/guests/0/guest"))))
        .containsExactly("recorded");
    assertThat(doorstep.tickets(ola, id, club).status()).isEqualTo(200);
  }

  @Test
  void nobody_comes_in_beyond_the_places_and_no_family_in_part() {
    var club = doorstep.club(SOON, 2, false);
    var ola = doorstep.mother();
    var device = doorstep.device(club);
    doorstep.registers(club, ola, doorstep.child(ola, "Ana", "Sharma", 8));
    var two = new String[2];
    for (var i = 0; i < two.length; i++) {
      two[i] = doorstep.child(ola, "Kid" + i, "Sharma", 8);
      doorstep.tells(ola, club, two[i]);
    }
    var both = scans(club, device, pass(ola, club, id(), two).at("/pass"));
    assertThat(both.status()).isEqualTo(409);
    assertThat(both.at("/detail")).contains("not enough places");
    assertThat(doorstep.roster(club, device).json().path("items")).hasSize(1);
    var one = scans(club, device, pass(ola, club, id(), two[0]).at("/pass"));
    assertThat(one.status()).as(one.text()).isEqualTo(200);
    var again = scans(club, device, pass(ola, club, id(), two[0]).at("/pass"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/detail")).contains("Scan their ticket");
  }

  @Test
  void a_pass_whose_places_were_given_back_lets_nobody_in_again() {
    var club = doorstep.club(SOON, 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    doorstep.tells(ola, club, maya);
    var device = doorstep.device(club);
    var id = id();
    var made = pass(ola, club, id, maya).at("/pass");
    assertThat(scans(club, device, made).status()).isEqualTo(200);
    doorstep.leaves(club, id);
    assertThat(scans(club, device, made).problem()).isEqualTo("walk-in-unknown");
    assertThat(doorstep.roster(club, device).json().path("items")).isEmpty();
  }

  @Test
  void nobody_comes_in_under_the_id_of_a_registration_in_another_session() {
    var club = doorstep.club(SOON, 20, false);
    var other = doorstep.club(SOON, 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    doorstep.tells(ola, club, maya);
    var device = doorstep.device(club);
    var id = id();
    var early = pass(ola, club, id, maya);
    var fine = pass(ola, club, id(), maya);
    doorstep.registers(other, id, ola, List.of(doorstep.child(ola, "Ben", "Sharma", 7)));
    doorstep.town.works();
    assertThat(pass(ola, club, id, maya).problem()).isEqualTo("registration-id-taken");
    for (var tries = 0; tries < 2; tries++) {
      assertThat(scans(club, device, early.at("/pass")).problem())
          .isEqualTo("registration-id-taken");
    }
    doorstep.town.works();
    assertThat(doorstep.roster(club, device).json().path("items")).isEmpty();
    // Under an id of her own she comes in, and her mother sees it.
    var admitted = scans(club, device, fine.at("/pass"));
    assertThat(admitted.status()).as(admitted.text()).isEqualTo(200);
    doorstep.town.works();
    assertThat(doorstep.town.as(ola).gets("/v1/registrations").json().findValuesAsText("id"))
        .contains(id, admitted.at("/registration"));
  }

  @Test
  void who_collects_a_child_must_be_told_where_it_is_checked_out_and_nowhere_else() {
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    for (var checkOut : List.of(true, false)) {
      var club = doorstep.club(SOON, 20, checkOut);
      var contacts = List.of(Town.body("name", "Aunt", "phone", "07700 900123"));
      doorstep.tells(ola, club, maya, Town.body("emergencyContacts", contacts));
      assertThat(pass(ola, club, id(), maya).status()).isEqualTo(checkOut ? 400 : 201);
    }
  }

  @Test
  void a_pass_is_for_its_session_for_half_an_hour_and_for_ones_own_children() {
    var club = doorstep.club(SOON, 20, false);
    var other = doorstep.club(SOON, 20, false);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    doorstep.tells(ola, club, maya);
    var device = doorstep.device(club);
    assertThat(pass(doorstep.mother(), club, id(), maya).status()).isEqualTo(404);
    assertThat(pass("theo", club, id(), maya).status()).isEqualTo(404);
    var made = pass(ola, club, id(), maya).at("/pass");
    assertThat(scans(other, doorstep.device(other), made).status()).isEqualTo(409);
    assertThat(scans(club, "lvd_" + "A".repeat(43), made).status()).isEqualTo(404);
    doorstep.town.clock().advance(Duration.ofMinutes(30));
    assertThat(scans(club, device, made).status()).isEqualTo(409);
    assertThat(scans(club, device, "anything").status()).isEqualTo(409);
    var twice = pass(ola, club, id(), maya, maya);
    assertThat(twice.places()).containsExactly("#/participants/1");
    // Under the id of somebody else's registration nobody comes in.
    var others = doorstep.mother();
    var taken = doorstep.registers(club, others, doorstep.child(others, "Bo", "Nowak", 8));
    assertThat(scans(club, device, pass(ola, club, taken, maya).at("/pass")).status())
        .isEqualTo(409);
    var tomorrow = doorstep.club(Duration.ofHours(24), 20, false);
    assertThat(pass(ola, tomorrow, id(), maya).status()).isEqualTo(409);
  }
}
