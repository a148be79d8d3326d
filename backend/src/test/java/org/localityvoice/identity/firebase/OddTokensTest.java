package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.localityvoice.identity.Refused;
import org.localityvoice.problem.ProblemType;

/** No text that anybody can send makes a fault of ours: it is not signed in, and that is all. */
class OddTokensTest {
  private static final List<Object> ODD =
      new ArrayList<>(
          Arrays.asList(
              null,
              true,
              7,
              -1L,
              1.5,
              Long.MAX_VALUE,
              1e300,
              "",
              "x",
              List.of(),
              List.of("x"),
              List.of(7),
              Map.of(),
              Map.of("x", 7),
              Map.of("sign_in_provider", List.of())));

  private static SigningKey key;
  private static SigningKey foreignKey;
  private static FirebaseIdentity identity;

  @BeforeContainer
  static void start() {
    key = SigningKey.make();
    foreignKey = SigningKey.make();
    identity = new FakeGoogle(key).identity(InstantSource.system());
  }

  @AfterContainer
  static void stop() {
    identity.close();
  }

  @Property(tries = 300)
  void odd_values_in_a_strangers_token_are_refused(
      @ForAll("headers") String header,
      @ForAll("oddValues") int inHeader,
      @ForAll("claims") String claim,
      @ForAll("oddValues") int inClaims) {
    var token =
        TestTokens.of(foreignKey, "stranger")
            .withHeader(header, ODD.get(inHeader))
            .with(claim, ODD.get(inClaims))
            .token();
    mustBeRefused(token);
  }

  @Property(tries = 300)
  void any_text_is_refused(@ForAll String text) {
    mustBeRefused(text);
  }

  @Property(tries = 200)
  void a_good_token_with_any_one_character_changed_is_refused(
      @ForAll("places") double place, @ForAll("characters") char character) {
    var good = TestTokens.of(key, "someone").token();
    var at = (int) (place * good.length());
    var changed = good.substring(0, at) + character + good.substring(at + 1);
    if (!sameBytes(good, changed)) {
      mustBeRefused(changed);
    }
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of("alg", "kid", "typ", "cty", "jku", "jwk", "x5c", "crit", "b64");
  }

  @Provide
  Arbitrary<String> claims() {
    return Arbitraries.of(
        "iss", "aud", "sub", "iat", "exp", "nbf", "auth_time", "amr", "jti", "firebase", "roles");
  }

  @Provide
  Arbitrary<Integer> oddValues() {
    return Arbitraries.integers().between(0, ODD.size() - 1);
  }

  @Provide
  Arbitrary<Double> places() {
    return Arbitraries.doubles().between(0, 0.99);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().range('A', 'Z').range('a', 'z').range('0', '9').with('-', '_', '.');
  }

  private static void mustBeRefused(String token) {
    assertThat(Refused.problem(identity.holderOf(token, true)).type())
        .isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  /** The last character of base64url holds bits that mean nothing. */
  private static boolean sameBytes(String one, String other) {
    var a = one.split("\\.", -1);
    var b = other.split("\\.", -1);
    return a.length == b.length
        && a[0].equals(b[0])
        && a[1].equals(b[1])
        && Arrays.equals(decode(a[2]), decode(b[2]));
  }

  private static byte[] decode(String part) {
    return java.util.Base64.getUrlDecoder().decode(part);
  }
}
