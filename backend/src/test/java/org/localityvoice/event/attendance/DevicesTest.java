package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.event.Session;

/** What devices at a door, and staff behind it, get to see, and when. */
@ExtendWith(DoorstepExtension.class)
class DevicesTest {
  private static final Duration SOON = Duration.ofHours(1);
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  /** As if there were no such session. */
  private static void absent(Answer answer) {
    var none =
        doorstep.town.nobody().gets("/v1/sessions/there-is-none/roster", "Device-Token", "x");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/detail")).isEqualTo(none.at("/detail"));
    assertThat(answer.at("/title")).isEqualTo(none.at("/title"));
  }

  private static Answer revokes(String who, Session session, String device) {
    return doorstep
        .town
        .as(who)
        .sends(
            "DELETE",
            "/v1/sessions/" + session.id() + "/device-tokens/" + device,
            BodyPublishers.noBody());
  }

  @Test
  void only_the_organisers_officer_makes_devices_since_they_read_who_is_to_come() {
    var club = doorstep.club(SOON, 20, true);
    assertThat(doorstep.makesDevice("theo", club, UUID.randomUUID().toString()).status())
        .isEqualTo(201);
    for (var who : List.of("nadia", "rosa", "nora", "wyn", "sam", "gita", "pat")) {
      absent(doorstep.makesDevice(who, club, UUID.randomUUID().toString()));
    }
  }

  @Test
  void a_token_is_shown_once_to_a_retry_the_same_and_stored_only_as_a_hash() {
    var club = doorstep.club(SOON, 20, true);
    var key = UUID.randomUUID().toString();
    var made = doorstep.makesDevice("theo", club, key);
    assertThat(doorstep.makesDevice("theo", club, key).at("/token")).isEqualTo(made.at("/token"));
    // The same key of the same person at another door is another token.
    var elsewhere = doorstep.makesDevice("theo", doorstep.club(SOON, 20, true), key);
    assertThat(elsewhere.at("/token")).isNotEqualTo(made.at("/token"));
    var list = doorstep.town.as("theo").gets("/v1/sessions/" + club.id() + "/device-tokens");
    assertThat(list.json().path("items")).hasSize(1);
    assertThat(list.text()).contains("side entrance").doesNotContain(made.at("/token"));
    assertThat(doorstep.dump()).doesNotContain(made.at("/token"));
    var other =
        doorstep
            .town
            .as("theo")
            .posts(
                "/v1/sessions/" + club.id() + "/device-tokens",
                java.util.Map.of("label", "back door"),
                "Idempotency-Key",
                key);
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void a_token_opens_its_own_session_until_it_is_revoked() {
    var club = doorstep.club(SOON, 20, true);
    var other = doorstep.club(SOON, 20, true);
    doorstep.device(other);
    var made = doorstep.makesDevice("theo", club, "revoke-" + UUID.randomUUID());
    var token = made.at("/token");
    assertThat(doorstep.roster(club, token).status()).isEqualTo(200);
    absent(doorstep.roster(other, token));
    absent(doorstep.roster(club, "lvd_" + "A".repeat(43)));
    absent(doorstep.town.nobody().gets("/v1/sessions/" + club.id() + "/roster"));
    absent(doorstep.town.as("theo").gets("/v1/sessions/" + club.id() + "/roster"));
    absent(doorstep.sends(other, token, List.of(doorstep.scan("check-in", "x"))));
    absent(revokes("rosa", club, made.at("/id")));
    assertThat(revokes("theo", club, made.at("/id")).status()).isEqualTo(204);
    assertThat(revokes("theo", club, made.at("/id")).status()).isEqualTo(204);
    absent(doorstep.roster(club, token));
  }

  @Test
  void it_opens_from_two_days_before_to_a_day_after() {
    var club = doorstep.club(Duration.ofHours(49), 20, true);
    var token = doorstep.device(club);
    absent(doorstep.roster(club, token));
    doorstep.town.clock().advance(Duration.ofHours(1));
    assertThat(doorstep.roster(club, token).status()).isEqualTo(200);
    doorstep.town.clock().advance(Duration.ofHours(48 + 2 + 24).minusMillis(1));
    assertThat(doorstep.roster(club, token).status()).isEqualTo(200);
    doorstep.town.clock().advance(Duration.ofMillis(1));
    absent(doorstep.roster(club, token));
    assertThat(doorstep.makesDevice("theo", club, "too-late-now").status()).isEqualTo(409);
  }

  @Test
  void whoever_guesses_tokens_is_slowed_down() {
    var club = doorstep.club(SOON, 20, true);
    doorstep.town.clock().advance(Duration.ofMinutes(2));
    var statuses =
        IntStream.range(0, 61)
            .mapToObj(i -> doorstep.roster(club, "lvd_" + "B".repeat(43)).status())
            .toList();
    assertThat(statuses.subList(0, 60)).containsOnly(404);
    assertThat(statuses.get(60)).isEqualTo(429);
    doorstep.town.clock().advance(Duration.ofMinutes(2));
  }

  @Test
  void the_roster_shows_what_the_door_needs_and_nothing_else_and_every_look_is_noted() {
    var club = doorstep.club(SOON, 2, true);
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var waits = doorstep.child(ola, "Waits", "Sharma", 8);
    var grown = doorstep.town.as(ola).gets("/v1/me/participant").at("/id");
    doorstep.registers(club, ola, maya, grown);
    doorstep.registers(club, ola, waits);
    doorstep.tells(ola, club, maya);
    var token = doorstep.device(club);
    var roster = doorstep.roster(club, token);
    assertThat(roster.json().path("items")).hasSize(2);
    assertThat(roster.text())
        .contains("Maya S.", "Ola K.", "Gran Nowak")
        .doesNotContain(
            "Sharma",
            "Kowalczyk",
            "Waits",
            "canary",
            "Canary",
            "900123",
            "send",
            "newport",
            maya,
            ola,
            "201",
            "1990");
    var line = doorstep.line(club, token, "Maya S.");
    assertThat(line.path("under18").asBoolean()).isTrue();
    assertThat(line.path("needs").toString()).isEqualTo("[\"dietary\",\"medical\"]");
    assertThat(line.path("leaves").asText()).isEqualTo("collected");
    var adult = doorstep.line(club, token, "Ola K.");
    assertThat(adult.path("under18").asBoolean()).isFalse();
    assertThat(adult.path("leaves").asText()).isEqualTo("alone");
    var guest =
        doorstep
            .town
            .nobody()
            .gets(
                "/v1/sessions/" + club.id() + "/roster/" + line.path("guest").asText(),
                "Device-Token",
                token);
    assertThat(guest.at("/medical")).isEqualTo("asthma canary");
    assertThat(guest.at("/emergencyContacts/0/phone")).isEqualTo("07700 900123");
    assertThat(guest.text()).doesNotContain("autism", "Sharma");
    var looks =
        doorstep.documents("roster_reads").stream()
            .filter(one -> club.id().equals(one.getString("session")))
            .toList();
    assertThat(looks)
        .hasSize(4)
        .allSatisfy(
            one ->
                assertThat(one)
                    .containsEntry("reader", "theo")
                    .containsEntry("children", List.of(maya)));
    assertThat(looks.get(0).getString("role")).startsWith("device-");
    assertThat(doorstep.documents("collected_reads"))
        .filteredOn(one -> club.id().equals(one.getString("session")))
        .filteredOn(one -> one.getString("role").startsWith("device-"))
        .hasSize(4);
    assertThat(doorstep.dump("participants", "vault_keys"))
        .doesNotContain("Sharma", "canary", "Canary", "Gran Nowak");
  }

  @Test
  void a_long_roster_comes_page_by_page() {
    var club = doorstep.club(SOON, 20, false);
    var ola = doorstep.mother();
    for (var i = 0; i < 5; i++) {
      doorstep.registers(club, ola, doorstep.child(ola, "Kid" + i, "Sharma", 8));
    }
    var token = doorstep.device(club);
    var names = new java.util.TreeSet<String>();
    var pages = 0;
    var after = "";
    do {
      var page =
          doorstep
              .town
              .nobody()
              .gets("/v1/sessions/" + club.id() + "/roster?limit=2" + after, "Device-Token", token);
      page.json().path("items").forEach(line -> names.add(line.path("name").asText()));
      pages++;
      after = page.json().has("next") ? "&after=" + page.at("/next") : "";
    } while (!after.isEmpty());
    assertThat(pages).isEqualTo(3);
    assertThat(names).hasSize(5);
  }
}
