package org.localityvoice.identity.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.IdentityServer;
import org.localityvoice.testing.HandClock;

/** Local sign-in over HTTP. */
class SigningInLocallyTest {
  private static final String SIGN_IN = "/v1/local/sign-in";

  private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
  private IdentityServer server;

  @BeforeEach
  void start() {
    var personas = Personas.load();
    var tokens = new LocalTokens(new byte[32], clock);
    server =
        IdentityServer.local(
            new LocalIdentity(personas, tokens),
            api -> new LocalIdentityOperations(personas, tokens).addTo(api));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoever_is_in_the_list_can_sign_in_and_is_who_the_list_says() {
    var people = server.get("/v1/local/personas");
    assertThat(people.status()).isEqualTo(200);
    assertThat(people.body().get("personas")).hasSize(15);
    for (var person : people.body().get("personas")) {
      var signedIn = signIn(person.get("id").asText());
      assertThat(signedIn.status()).isEqualTo(200);
      assertThat(signedIn.body().get("expiresAt").asText()).isEqualTo("2026-11-22T11:00:00Z");
      var me = server.me(signedIn.body().get("token").asText());
      assertThat(me.status()).isEqualTo(200);
      assertThat(me.body().get("uid")).isEqualTo(person.get("id"));
      assertThat(me.body().get("roles")).isEqualTo(person.get("roles"));
      assertThat(me.body().get("localities")).isEqualTo(person.get("localities"));
      assertThat(Optional.ofNullable(me.body().get("organisation")))
          .isEqualTo(Optional.ofNullable(person.get("organisation")));
    }
  }

  @Test
  void an_unknown_person_is_pointed_at() {
    var answer = signIn("nobody");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("#/persona");
    assertThat(answer.body().at("/errors/0/detail").asText())
        .isEqualTo("There is no sample person of that name.");
  }

  @Test
  void a_body_outside_the_contract_is_refused() {
    assertThat(server.post(SIGN_IN, "{\"persona\":7}").status()).isEqualTo(400);
    assertThat(server.post(SIGN_IN, "{\"persona\":\"ana\",\"roles\":[\"admin\"]}").status())
        .isEqualTo(400);
    assertThat(server.post(SIGN_IN, "{").status()).isEqualTo(400);
  }

  @Test
  void without_a_good_token_nobody_is_anybody() {
    assertThat(server.get("/v1/me").status()).isEqualTo(401);
    assertThat(server.me("garbage").status()).isEqualTo(401);
    assertThat(server.get("/v1/me", "Authorization", "Basic YW5hOmFuYQ==").status()).isEqualTo(401);
    var token = signIn("ana").body().get("token").asText();
    assertThat(server.me(token).status()).isEqualTo(200);
    clock.advance(Duration.ofHours(1));
    assertThat(server.me(token).status()).isEqualTo(401);
  }

  @Test
  void in_firebase_mode_there_is_no_local_sign_in() {
    var tokens = new LocalTokens(new byte[32], clock);
    var identity = new LocalIdentity(Personas.load(), tokens);
    try (var firebase = IdentityServer.firebase(identity)) {
      assertThat(firebase.get("/v1/local/personas").status()).isEqualTo(404);
      assertThat(firebase.post(SIGN_IN, "{\"persona\":\"ana\"}").status()).isEqualTo(404);
    }
  }

  private IdentityServer.Answer signIn(String persona) {
    return server.post(SIGN_IN, "{\"persona\":\"" + persona + "\"}");
  }
}
