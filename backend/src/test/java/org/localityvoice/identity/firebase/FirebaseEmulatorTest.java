package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.UserRecord.UpdateRequest;
import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.IdentityServer;
import org.localityvoice.identity.Refused;
import org.localityvoice.identity.firebase.AuthEmulator.Session;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Wait;

/**
 * The API with ID tokens of the real Auth emulator. Runs with {@code -Pfirebase-emulator} only,
 * which fetches the emulator.
 */
class FirebaseEmulatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> WARDEN =
      Map.of(
          "roles", List.of("warden"),
          "localities", List.of("newport"),
          "organisation", "middlesbrough-council");

  private static AuthEmulator emulator;
  private static AdminSdk sdk;
  private static FirebaseIdentity identity;
  private static IdentityServer server;
  private static FirebaseAuth users;
  private static int people;

  @BeforeAll
  static void start() throws IOException {
    emulator =
        new AuthEmulator(
            place("firebase.tools"), place("firebase.configuration"), place("firebase.folder"));
    sdk = new AdminSdk(settings(TestTokens.PROJECT));
    identity = new FirebaseIdentity(sdk, sdk, InstantSource.system());
    server = IdentityServer.firebase(identity);
    users = sdk.auth();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      identity.close();
    }
    if (emulator != null) {
      emulator.close();
    }
    FirebaseProcessEnvironment.clearCache();
  }

  @Test
  void somebody_who_signs_up_is_a_resident() {
    var session = emulator.signUp(somebody());
    var me = server.me(session.token());
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().get("uid").asText()).isEqualTo(session.uid());
    assertThat(me.body().get("roles")).isEqualTo(JSON.valueToTree(List.of("resident")));
  }

  @Test
  void granted_roles_come_with_the_next_token() throws Exception {
    var who = somebody();
    var before = emulator.signUp(who);
    users.setCustomUserClaims(before.uid(), WARDEN);
    var me = server.me(emulator.signIn(who).token());
    assertThat(me.body().get("roles")).isEqualTo(JSON.valueToTree(List.of("warden")));
    assertThat(me.body().get("localities")).isEqualTo(JSON.valueToTree(List.of("newport")));
    assertThat(me.body().get("organisation").asText()).isEqualTo("middlesbrough-council");
    assertThat(server.me(before.token()).body().get("roles"))
        .isEqualTo(JSON.valueToTree(List.of("resident")));
  }

  @Test
  void somebody_without_an_account_is_a_resident_whatever_was_granted() throws Exception {
    var session = emulator.signUp(Map.of());
    users.setCustomUserClaims(session.uid(), WARDEN);
    assertThat(server.me(session.token()).body().get("roles"))
        .isEqualTo(JSON.valueToTree(List.of("resident")));
  }

  @Test
  void an_expired_token_is_refused() throws IOException {
    var token = emulator.signUp(somebody()).token();
    var now = Instant.now().getEpochSecond();
    var expired = changed(token, payload -> payload.put("exp", now - 301));
    var control = changed(token, payload -> payload.put("exp", now + 301));
    assertThat(server.me(expired).status()).isEqualTo(401);
    assertThat(server.me(control).status()).as("control").isEqualTo(200);
  }

  @Test
  void a_token_of_another_project_is_refused() {
    var token = emulator.signUp(somebody()).token();
    var elsewhere = FirebaseIdentity.of(settings("demo-elsewhere"), InstantSource.system());
    try (elsewhere;
        var other = IdentityServer.firebase(elsewhere)) {
      assertThat(other.me(token).status()).isEqualTo(401);
      assertThat(server.me(token).status()).as("control").isEqualTo(200);
    }
  }

  @Test
  void a_malformed_token_is_refused() {
    var token = emulator.signUp(somebody()).token();
    for (var bad : List.of("x", "x.y.z", token.substring(0, 60), token.replace(".", ""))) {
      assertThat(server.me(bad).status()).as(bad).isEqualTo(401);
    }
  }

  @Test
  void outside_emulator_mode_a_token_without_a_signature_is_refused() {
    var session = emulator.signUp(somebody());
    var key = SigningKey.make();
    FirebaseProcessEnvironment.clearCache();
    try (var production = new FakeGoogle(key).identity(InstantSource.system());
        var other = IdentityServer.firebase(production)) {
      assertThat(other.me(session.token()).status()).isEqualTo(401);
      assertThat(other.me(TestTokens.of(key, session.uid()).token()).status())
          .as("control")
          .isEqualTo(200);
    } finally {
      FirebaseProcessEnvironment.setenv(AdminSdk.EMULATOR_HOST, emulator.host());
    }
    assertThat(server.me(session.token()).status()).as("control").isEqualTo(200);
  }

  @Test
  void a_revoked_staff_user_is_refused() throws Exception {
    var warden = warden();
    assertThat(Wait.forResult(identity.holderOf(warden.token(), false)).staff()).isTrue();
    awaitTheSecondAfter(warden);
    users.revokeRefreshTokens(warden.uid());
    assertThat(Refused.problem(identity.holderOf(warden.token(), false)).type())
        .isEqualTo(ProblemType.NOT_SIGNED_IN);
    assertThat(server.me(warden.token()).status()).isEqualTo(401);
  }

  @Test
  void a_disabled_staff_user_is_refused() throws Exception {
    var warden = warden();
    assertThat(server.me(warden.token()).status()).as("control").isEqualTo(200);
    users.updateUser(new UpdateRequest(warden.uid()).setDisabled(true));
    assertThat(Refused.problem(identity.holderOf(warden.token(), false)).type())
        .isEqualTo(ProblemType.NOT_SIGNED_IN);
    assertThat(server.me(warden.token()).status()).isEqualTo(401);
  }

  @Test
  void a_deleted_staff_user_is_refused() throws Exception {
    var warden = warden();
    users.deleteUser(warden.uid());
    assertThat(server.me(warden.token()).status()).isEqualTo(401);
  }

  private static Session warden() throws Exception {
    var who = somebody();
    users.setCustomUserClaims(emulator.signUp(who).uid(), WARDEN);
    return emulator.signIn(who);
  }

  private static Map<String, Object> somebody() {
    people++;
    return Map.of("email", "person" + people + "@example.org", "password", "correct horse");
  }

  private static Path place(String property) {
    return Path.of(
        Objects.requireNonNull(System.getProperty(property), "run with -Pfirebase-emulator"));
  }

  private static FirebaseSettings settings(String project) {
    return FirebaseSettings.of(project, Optional.empty(), Optional.of(emulator.host()), false);
  }

  /** Firebase counts revocation in whole seconds: a token of the same second stays good. */
  private static void awaitTheSecondAfter(Session session) throws Exception {
    var issued = payload(session.token()).get("iat").asLong();
    Wait.until("the next second", () -> Instant.now().getEpochSecond() > issued);
  }

  private static ObjectNode payload(String token) throws IOException {
    return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  private static String changed(String token, Consumer<ObjectNode> change) throws IOException {
    var payload = payload(token);
    change.accept(payload);
    var encoded =
        Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(payload));
    return token.split("\\.", -1)[0] + "." + encoded + ".";
  }
}
