package org.localityvoice.event.attendance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the door of one session keeps to itself: the key that signs its tickets, and a secret from
 * which follow the names that its guests have there. When it is destroyed, nobody can tell any more
 * whom those names meant.
 *
 * @param signing Ed25519
 * @param checking the public half, in X.509 form
 */
record DoorKey(PrivateKey signing, PublicKey checking, SecretKey secret) {
  private static final String ALGORITHM = "Ed25519";
  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int SHORT = 16;

  /** A new one. */
  static DoorKey draw(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(255, random);
      var pair = generator.generateKeyPair();
      var secret = new byte[BYTES];
      random.nextBytes(secret);
      return new DoorKey(pair.getPrivate(), pair.getPublic(), new SecretKeySpec(secret, MAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  /** All of it as text, to be sealed before it is stored. */
  String text() {
    return base64(secret.getEncoded()) + "." + base64(signing.getEncoded()) + "." + publicText();
  }

  /** From that text. */
  static DoorKey of(String text) {
    var parts = text.split("\\.", -1);
    var decoder = Base64.getUrlDecoder();
    try {
      var factory = KeyFactory.getInstance(ALGORITHM);
      return new DoorKey(
          factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(parts[1]))),
          factory.generatePublic(new X509EncodedKeySpec(decoder.decode(parts[2]))),
          new SecretKeySpec(decoder.decode(parts[0]), MAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a key as we write it", e);
    }
  }

  /** The public half, for devices: X.509 in base64url. */
  String publicText() {
    return base64(checking.getEncoded());
  }

  /** The name that a participant has at this door: 22 characters. */
  String guest(String participant) {
    return base64(Arrays.copyOf(mac("guest", participant), SHORT));
  }

  /** The name that somebody who may collect them has there. */
  String collector(String participant, String name, String phone) {
    return base64(Arrays.copyOf(mac("collector", participant, name, phone), SHORT));
  }

  /** The token of a device: the same request of the same person always makes the same one. */
  String token(String uid, String request) {
    return base64(mac("token", uid, request));
  }

  /** The pass of a party that came without a registration: 22 characters. */
  String pass(String uid, String registration) {
    return base64(Arrays.copyOf(mac("pass", uid, registration), SHORT));
  }

  /** By which a text is known again, and not found out by trying. */
  String digest(String text) {
    return base64(mac("digest", text));
  }

  private byte[] mac(String... parts) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(secret);
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length goes before each part, so that no two lists of parts look alike.
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + MAC, e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "key of a door";
  }
}
