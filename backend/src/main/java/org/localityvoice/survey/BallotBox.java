package org.localityvoice.survey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and knows the ballots of one wave, from the wave's secret alone (HMAC-SHA256, RFC 2104).
 *
 * <p>A ballot is a nonce and a seal. The nonce follows from the person and their key, so a retry
 * gets the same ballot although nobody wrote down who got which; the seal shows that we made it.
 * Without the secret, which is destroyed when the wave closes, neither leads back to a person.
 */
final class BallotBox {
  private static final String HMAC = "HmacSHA256";
  private static final int HALF = 16;

  private final SecretKeySpec key;

  /** Opens the box with a wave's secret, base64url. */
  BallotBox(String secret) {
    key = new SecretKeySpec(Base64.getUrlDecoder().decode(secret), HMAC);
  }

  /** The mark that a person has taken part. */
  String participant(String uid) {
    return text(mac("participant", uid));
  }

  /** The mark by which a retry of the same request is known. */
  String retry(String uid, String idempotencyKey) {
    return text(mac("retry", uid + '\0' + idempotencyKey));
  }

  /** The ballot of a person for a key: 32 bytes, base64url. */
  String ballot(String uid, String idempotencyKey) {
    return ballot(BallotKind.SIGNED_IN, uid, idempotencyKey);
  }

  /** The ballot of a kind for whoever has it and a key. */
  String ballot(BallotKind kind, String holder, String key) {
    var purpose = kind == BallotKind.SIGNED_IN ? "nonce" : "nonce-" + kind.seal();
    var nonce = Arrays.copyOf(mac(purpose, holder + '\0' + key), HALF);
    var ballot = Arrays.copyOf(nonce, 2 * HALF);
    System.arraycopy(seal(kind, nonce), 0, ballot, HALF, HALF);
    return text(ballot);
  }

  /** What kind of ballot this is; empty when it was not made with this wave's secret. */
  Optional<BallotKind> kind(String ballot) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(ballot);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != 2 * HALF || !text(bytes).equals(ballot)) {
      return Optional.empty();
    }
    var nonce = Arrays.copyOf(bytes, HALF);
    var seal = Arrays.copyOfRange(bytes, HALF, 2 * HALF);
    return Arrays.stream(BallotKind.values())
        .filter(kind -> MessageDigest.isEqual(seal(kind, nonce), seal))
        .findFirst();
  }

  /** What a spent ballot is remembered by: its SHA-256, so that the store holds no ballot. */
  static String digest(String ballot) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(ballot.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] seal(BallotKind kind, byte[] nonce) {
    return Arrays.copyOf(mac(kind.seal(), text(nonce)), HALF);
  }

  /** The MAC of a value for a purpose; values of different purposes have nothing in common. */
  byte[] mac(String purpose, String value) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal((purpose + '\0' + value).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
