package org.localityvoice.pmf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Reads keys as Standard Webhooks writes them. Every failure is an {@link IllegalArgumentException}
 * with a plain reason in one line, which never quotes the key.
 */
final class SigningKeys {
  static final String SECRET_PREFIX = "whsec_";
  static final String KEY_PREFIX = "whsk_";

  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;
  private static final int SEED = 32;

  /** What stands before the 32 bytes of an Ed25519 public key in X.509 (RFC 8410 §4). */
  private static final byte[] X509_START = HexFormat.of().parseHex("302a300506032b6570032100");

  private SigningKeys() {}

  /** The bytes of a secret: {@code whsec_} and base64 of 24 to 64 bytes. */
  static byte[] secret(String text) {
    var bytes = decode(text, SECRET_PREFIX, "a PMF secret");
    if (bytes.length < SHORTEST_SECRET || bytes.length > LONGEST_SECRET) {
      throw new IllegalArgumentException(
          "a PMF secret must have 24 to 64 bytes, this one has " + bytes.length);
    }
    return bytes;
  }

  /** A signing key: {@code whsk_} and base64 of the 32-byte seed, or of seed and public key. */
  static PrivateKey ed25519(String text) {
    var bytes = decode(text, KEY_PREFIX, "the PMF signing key");
    if (bytes.length != SEED && bytes.length != 2 * SEED) {
      throw new IllegalArgumentException(
          "the PMF signing key must have 32 or 64 bytes, this one has " + bytes.length);
    }
    try {
      var seed = Arrays.copyOf(bytes, SEED);
      var key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      if (bytes.length > SEED && !pair(key, Arrays.copyOfRange(bytes, SEED, bytes.length))) {
        throw new IllegalArgumentException(
            "the two halves of the PMF signing key do not belong together");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the PMF signing key is no ed25519 key", e);
    }
  }

  /** A public key from its 32 bytes. */
  static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    var encoded = Arrays.copyOf(X509_START, X509_START.length + bytes.length);
    System.arraycopy(bytes, 0, encoded, X509_START.length, bytes.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static boolean pair(PrivateKey key, byte[] publicHalf) throws GeneralSecurityException {
    var probe = "probe".getBytes(StandardCharsets.US_ASCII);
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(key);
    signing.update(probe);
    var checking = Signature.getInstance("Ed25519");
    checking.initVerify(publicKey(publicHalf));
    checking.update(probe);
    return checking.verify(signing.sign());
  }

  private static byte[] decode(String text, String prefix, String what) {
    if (!text.startsWith(prefix)) {
      throw new IllegalArgumentException(what + " must begin with " + prefix);
    }
    try {
      return Base64.getDecoder().decode(text.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + " is not base64 after " + prefix, e);
    }
  }
}
