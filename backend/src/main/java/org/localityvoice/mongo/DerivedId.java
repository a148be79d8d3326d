package org.localityvoice.mongo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys that follow from what they stand for: the same parts always give the same key, which is how
 * a retry finds what its first try has made.
 */
public final class DerivedId {
  private static final int BYTES = 16;

  private DerivedId() {}

  /** 128 bits of the SHA-256 over the parts, as 32 hexadecimal digits. */
  public static String of(String... parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length goes before each part, so that no two lists of parts look alike.
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
