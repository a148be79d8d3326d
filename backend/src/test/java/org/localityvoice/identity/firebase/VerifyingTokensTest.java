package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.identity.firebase.TestTokens.PROJECT;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Refused;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Wait;

/** The path that production takes: real RSA signatures, real certificates, the real SDK. */
class VerifyingTokensTest {
  private static SigningKey key;
  private static SigningKey foreignKey;
  private static FirebaseIdentity identity;

  @BeforeAll
  static void start() {
    key = SigningKey.make();
    foreignKey = SigningKey.make();
    identity = new FakeGoogle(key).identity(InstantSource.system());
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void a_good_token_tells_its_holder() {
    var holder = Wait.forResult(identity.holderOf(TestTokens.of(key, "resident-1").token(), true));
    assertThat(holder).isEqualTo(Caller.resident("resident-1"));
  }

  @Test
  void roles_localities_and_organisation_come_from_the_claims() {
    var google = new FakeGoogle(key);
    var tokens =
        TestTokens.of(key, "wyn")
            .with("roles", List.of("warden"))
            .with("localities", List.of("newport"))
            .with("organisation", "middlesbrough-council");
    google.user("wyn", tokens.issued(), false);
    try (var wardens = google.identity(InstantSource.system())) {
      var holder = Wait.forResult(wardens.holderOf(tokens.token(), false));
      assertThat(holder.roles()).isEqualTo(Set.of(Role.WARDEN));
      assertThat(holder.localities()).isEqualTo(Set.of("newport"));
      assertThat(holder.organisation()).contains("middlesbrough-council");
    }
  }

  static Stream<Arguments> badTokens() {
    var good = TestTokens.of(key, "someone");
    return Stream.of(
        bad("expired beyond the tolerance of five minutes", good.shifted(-3600 - 301).token()),
        bad("not yet valid, beyond the tolerance", good.shifted(60 + 301 + 30).token()),
        bad("for another project's audience", good.with("aud", "demo-elsewhere").token()),
        bad(
            "from another project's issuer",
            good.with("iss", "https://securetoken.google.com/demo-elsewhere").token()),
        bad("from another issuer", good.with("iss", "https://accounts.google.com").token()),
        bad("without a subject", good.without("sub").token()),
        bad("with an empty subject", good.with("sub", "").token()),
        bad("with an overlong subject", good.with("sub", "x".repeat(129)).token()),
        bad("without an expiry", good.without("exp").token()),
        bad("without a time of issue", good.without("iat").token()),
        bad("without a key id", good.withoutHeader("kid").token()),
        bad("alg none without signature", good.unsigned()),
        bad("alg none with signature", good.withHeader("alg", "none").token()),
        bad("alg HS256", good.withHeader("alg", "HS256").token()),
        bad("signed by another key", TestTokens.of(foreignKey, "someone").token()),
        bad("without its signature", changed(good, parts -> parts[0] + "." + parts[1] + ".")),
        bad(
            "with a cut signature",
            changed(good, p -> p[0] + "." + p[1] + "." + p[2].substring(0, 20))),
        bad("with roles added after signing", tampered(good)),
        bad("empty", ""),
        bad("blank", " "),
        bad("no token", "let-me-in"),
        bad("dots only", ".."),
        bad("no JSON", "bm90.anNvbg.c2ln"),
        bad("JSON but no objects", "W10.W10.c2ln"),
        bad("a control character", good.token() + "\u0000"),
        bad("not ASCII", "ünïcödé.ünïcödé.ünïcödé"),
        bad("overlong", good.with("note", "x".repeat(9000)).token()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void a_bad_token_is_not_signed_in(String what, String token) {
    for (var mayBeRecent : List.of(true, false)) {
      var problem = Refused.problem(identity.holderOf(token, mayBeRecent));
      assertThat(problem.type()).as(what).isEqualTo(ProblemType.NOT_SIGNED_IN);
    }
  }

  @Test
  void within_the_tolerance_for_clocks_a_token_is_good() {
    var early = TestTokens.of(key, "early").shifted(60 + 200);
    var late = TestTokens.of(key, "late").shifted(-3540 - 200);
    assertThat(Wait.forResult(identity.holderOf(early.token(), true)).uid()).isEqualTo("early");
    assertThat(Wait.forResult(identity.holderOf(late.token(), true)).uid()).isEqualTo("late");
  }

  @Test
  void malformed_claims_make_a_resident_and_no_fault() {
    var odd = TestTokens.of(key, "odd").with("roles", Map.of("admin", true)).with("localities", 7);
    assertThat(Wait.forResult(identity.holderOf(odd.token(), false)))
        .isEqualTo(Caller.resident("odd"));
  }

  @Test
  void the_certificate_is_fetched_once_for_many_tokens() {
    var google = new FakeGoogle(key);
    try (var own = google.identity(InstantSource.system())) {
      for (var uid : List.of("a", "b", "c", "d")) {
        Wait.forResult(own.holderOf(TestTokens.of(key, uid).token(), true));
      }
      assertThat(google.certificateFetches()).isEqualTo(1);
    }
  }

  private static Arguments bad(String what, String token) {
    return Arguments.of(what, token);
  }

  private static String tampered(TestTokens good) {
    var grander = good.with("roles", List.of("admin")).token().split("\\.", -1);
    return changed(good, parts -> parts[0] + "." + grander[1] + "." + parts[2]);
  }

  private static String changed(TestTokens good, Function<String[], String> change) {
    assertThat(good.claims()).containsEntry("aud", PROJECT);
    return change.apply(good.token().split("\\.", -1));
  }
}
