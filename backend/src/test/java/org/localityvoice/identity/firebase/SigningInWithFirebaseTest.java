package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.IdentityServer;
import org.localityvoice.identity.firebase.FakeGoogle.Outage;

/** The production path over HTTP: what a phone sees. */
class SigningInWithFirebaseTest {
  private static SigningKey key;

  private final FakeGoogle google = new FakeGoogle(key);
  private FirebaseIdentity identity;
  private IdentityServer server;

  @BeforeAll
  static void makeKey() {
    key = SigningKey.make();
  }

  @BeforeEach
  void start() {
    identity = google.identity(InstantSource.system());
    server = IdentityServer.firebase(identity);
  }

  @AfterEach
  void stop() {
    server.close();
    identity.close();
  }

  @Test
  void a_good_token_is_answered_with_who_one_is() {
    var nadia =
        TestTokens.of(key, "nadia")
            .with("roles", List.of("neighbourhood-manager", "warden"))
            .with("localities", List.of("north-ormesby", "newport"))
            .with("organisation", "middlesbrough-council");
    google.user("nadia", nadia.issued(), false);
    var me = server.me(nadia.token());
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.response().body())
        .isEqualTo(
            "{\"uid\":\"nadia\",\"roles\":[\"warden\",\"neighbourhood-manager\"],"
                + "\"localities\":[\"newport\",\"north-ormesby\"],"
                + "\"organisation\":\"middlesbrough-council\"}");
  }

  @Test
  void a_resident_has_no_scope() {
    assertThat(server.me(TestTokens.of(key, "ana").token()).response().body())
        .isEqualTo("{\"uid\":\"ana\",\"roles\":[\"resident\"],\"localities\":[]}");
  }

  @Test
  void a_bad_token_is_told_to_sign_in_and_not_why() {
    var answer = server.me(TestTokens.of(key, "ana").unsigned());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().get("type").asText()).endsWith("not-signed-in");
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var late = server.me(TestTokens.of(key, "ana").shifted(-4000).token());
    assertThat(late.body().get("detail")).isEqualTo(answer.body().get("detail"));
  }

  @Test
  void an_outage_is_told_with_the_time_of_the_next_try() {
    google.certificates(Outage.NO_CONNECTION);
    var token = TestTokens.of(key, "ana").token();
    var answer = server.me(token);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.response().headers().firstValue("Retry-After"))
        .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 60));
    google.certificates(Outage.NONE);
    assertThat(server.me(token).status()).isEqualTo(200);
  }
}
