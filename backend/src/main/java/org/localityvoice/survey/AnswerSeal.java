package org.localityvoice.survey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.localityvoice.http.Json;

/**
 * Seals and opens the answers of one wave (AES-256-GCM, NIST SP 800-38D). The id of the arrival is
 * bound in, so that sealed answers cannot be exchanged. The length is padded to whole kibibytes, so
 * that it does not tell how much was answered.
 */
final class AnswerSeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int STEP = 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** With a wave's answer key, 32 bytes in base64url. */
  AnswerSeal(String key) {
    this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(key), "AES");
  }

  /**
   * For answers that are no secret, since they are made up, and waves older than answer keys: a key
   * that follows from the wave's id.
   */
  static AnswerSeal open(String wave) {
    return new AnswerSeal(
        Base64.getUrlEncoder()
            .encodeToString(
                Arrays.copyOf(
                    BallotBox.digest("no secret\0" + wave).getBytes(StandardCharsets.US_ASCII),
                    32)));
  }

  String seal(String id, Response response) {
    var plain = Json.bytes(response);
    var padded = Arrays.copyOf(plain, (plain.length / STEP + 1) * STEP);
    Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, id, padded);
    var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return Base64.getEncoder().encodeToString(whole);
  }

  /**
   * The response again.
   *
   * @throws IllegalStateException when it was not sealed with this key and id
   */
  Response open(String id, String sealed) {
    var whole = Base64.getDecoder().decode(sealed);
    var nonce = Arrays.copyOf(whole, NONCE);
    var plain = run(Cipher.DECRYPT_MODE, nonce, id, Arrays.copyOfRange(whole, NONCE, whole.length));
    return Json.value(new String(plain, StandardCharsets.UTF_8), Response.class);
  }

  private byte[] run(int mode, byte[] nonce, String id, byte[] input) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed answer does not open with its wave's key", e);
    }
  }
}
