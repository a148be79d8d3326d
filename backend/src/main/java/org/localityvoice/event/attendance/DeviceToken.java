package org.localityvoice.event.attendance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How the token of a device is written: {@code lvd_} and 256 bits in base64url. */
final class DeviceToken {
  private static final String PREFIX = "lvd_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  private DeviceToken() {}

  static String of(String bits) {
    return PREFIX + bits;
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** So many bits need neither salt nor a slow hash. */
  static String hash(String token) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether two hashes are the same, in a time that does not tell how far they are. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
