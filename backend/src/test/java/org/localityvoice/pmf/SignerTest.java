package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignerTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[64]);
  private static final String BODY = "{\"test\": 2432232314}";
  private static final byte[] BYTES = BODY.getBytes(StandardCharsets.UTF_8);

  static Signer signer(String secrets, String key) {
    return new Signer(
        PmfSettings.of("https://pmf.example.org/in", secrets, key, "http://l", Path.of("pmf")));
  }

  @Test
  void the_known_vector_of_standard_webhooks_is_met() {
    var signature =
        signer(SECRET, "")
            .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), BYTES);

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void the_independent_library_accepts_it_and_refuses_a_changed_body() {
    var now = Instant.now();
    var headers = headers("pmf_1", now, signer(SECRET, "").sign("pmf_1", now, BYTES));

    assertThatCode(() -> new Webhook(SECRET).verify(BODY, headers)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Webhook(SECRET).verify(BODY + " ", headers))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> new Webhook(OTHER).verify(BODY, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void while_a_secret_is_replaced_holders_of_the_old_and_of_the_new_accept_it() {
    var now = Instant.now();
    var headers =
        headers("pmf_1", now, signer(SECRET + ", " + OTHER, "").sign("pmf_1", now, BYTES));

    assertThatCode(() -> new Webhook(SECRET).verify(BODY, headers)).doesNotThrowAnyException();
    assertThatCode(() -> new Webhook(OTHER).verify(BODY, headers)).doesNotThrowAnyException();
  }

  @Test
  void an_ed25519_signature_is_verified_with_the_public_key_alone()
      throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var at = Instant.ofEpochSecond(1614265330);
    for (var key : List.of(whsk(seed(pair)), whsk(both(pair)))) {
      var signatures = signer(SECRET, key).sign("pmf_1", at, BYTES).split(" ", -1);

      assertThat(signatures).hasSize(2);
      assertThat(signatures[0]).startsWith("v1,");
      assertThat(verified(pair.getPublic(), "pmf_1.1614265330." + BODY, signatures[1])).isTrue();
      assertThat(verified(pair.getPublic(), "pmf_2.1614265330." + BODY, signatures[1])).isFalse();
    }
  }

  @Test
  void a_key_whose_halves_do_not_belong_together_is_refused() throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var bytes = both(pair);
    bytes[3] ^= 1;

    assertThatThrownBy(() -> signer(SECRET, whsk(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the two halves of the PMF signing key do not belong together");
  }

  static boolean verified(PublicKey key, String signed, String signature)
      throws GeneralSecurityException {
    assertThat(signature).startsWith("v1a,");
    var check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(signed.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(signature.substring(4)));
  }

  static String whsk(byte[] bytes) {
    return "whsk_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** The last 32 bytes of the PKCS #8 form (RFC 8410) are the seed. */
  static byte[] seed(KeyPair pair) {
    var encoded = pair.getPrivate().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  private static byte[] both(KeyPair pair) {
    var encoded = pair.getPublic().getEncoded();
    var bytes = Arrays.copyOf(seed(pair), 64);
    System.arraycopy(encoded, encoded.length - 32, bytes, 32, 32);
    return bytes;
  }

  private static HttpHeaders headers(String id, Instant at, String signature) {
    return HttpHeaders.of(
        Map.of(
            "webhook-id", List.of(id),
            "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
            "webhook-signature", List.of(signature)),
        (name, value) -> true);
  }
}
