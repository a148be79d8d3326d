package org.localityvoice.survey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts small texts under a key of their own, which is derived from a master key and their name
 * (HMAC-SHA256, then AES-256-GCM with the name bound in).
 */
final class KeyWrap {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] master;

  KeyWrap(byte[] master) {
    this.master = master.clone();
  }

  String seal(String name, String text) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text; empty when it was sealed under another name or master key, or is damaged. */
  Optional<String> open(String name, String sealed) {
    try {
      var whole = Base64.getDecoder().decode(sealed);
      var nonce = Arrays.copyOf(whole, NONCE);
      var text = Arrays.copyOfRange(whole, Math.min(NONCE, whole.length), whole.length);
      var plain = cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(text);
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(master, "HmacSHA256"));
    var key = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
