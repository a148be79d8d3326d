package org.localityvoice.walkabout;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for people once it does not matter any more who they were, only whether it was
 * the same person. Under one key the same person has the same name; without the key nobody can tell
 * whose it was, not even by trying everybody, so the key is destroyed.
 */
public final class Pseudonyms {
  private static final String KIND = "HmacSHA256";
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * Those under a key.
   *
   * @param key from {@link #key}
   */
  Pseudonyms(String key) {
    this.key = new SecretKeySpec(HexFormat.of().parseHex(key), KIND);
  }

  /** Those under a key that nobody will ever know. */
  public static Pseudonyms fresh() {
    return new Pseudonyms(key());
  }

  /** A new key, as hexadecimal digits. */
  static String key() {
    var bytes = new byte[2 * BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The name for somebody. */
  public String of(String uid) {
    try {
      var mac = Mac.getInstance(KIND);
      mac.init(key);
      var bytes = mac.doFinal(uid.getBytes(StandardCharsets.UTF_8));
      return "pseudonym:" + HexFormat.of().formatHex(bytes, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
