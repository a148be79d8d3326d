package org.localityvoice.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts small texts under a key of their own, which is derived from a master key and a name
 * (HMAC-SHA256, then AES-256-GCM with the name bound in; NIST SP 800-38D).
 */
public final class KeyWrap {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] master;

  /** Under that master key of 32 bytes. */
  public KeyWrap(byte[] master) {
    this.master = master.clone();
  }

  /** Encrypts a text that is the only one of its name. */
  public String seal(String name, String text) {
    return seal(name, name, text);
  }

  /**
   * Encrypts one of the texts that share the key of a name.
   *
   * @param place says which of them it is; sealed texts cannot be exchanged
   */
  public String seal(String name, String place, String text) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, name, place, nonce)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text; empty when it was sealed under another name or master key, or is damaged. */
  public Optional<String> open(String name, String sealed) {
    return open(name, name, sealed);
  }

  /** The same of one of the texts that share a key. */
  public Optional<String> open(String name, String place, String sealed) {
    try {
      var whole = Base64.getDecoder().decode(sealed);
      var nonce = Arrays.copyOf(whole, NONCE);
      var text = Arrays.copyOfRange(whole, Math.min(NONCE, whole.length), whole.length);
      var plain = cipher(Cipher.DECRYPT_MODE, name, place, nonce).doFinal(text);
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A digest of a text that cannot be made without the master key.
   *
   * @param name what it is for; digests for different things cannot be compared
   */
  public String digest(String name, String text) {
    try {
      return HexFormat.of().formatHex(mac(mac(master, name), text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private Cipher cipher(int mode, String name, String place, byte[] nonce)
      throws GeneralSecurityException {
    var key = mac(master, name);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
