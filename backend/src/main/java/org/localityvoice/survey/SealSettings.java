package org.localityvoice.survey;

import java.nio.file.Path;
import java.util.Base64;

/**
 * Where the keys of waves are kept, when they are kept outside the store. Others seal under the
 * master key as well.
 *
 * @param key the master key under which each of them is encrypted: 32 bytes in base64
 * @param folder one file a key; shared by all instances, and never backed up
 */
public record SealSettings(String key, Path folder) {
  private static final int BYTES = 32;

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException with one plain line that does not quote it
   */
  public SealSettings {
    int length;
    try {
      length = Base64.getDecoder().decode(key).length;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("seal.key is not base64", e);
    }
    if (length != BYTES) {
      throw new IllegalArgumentException(
          "seal.key must have " + BYTES + " bytes in base64, this one has " + length);
    }
  }

  /** The master key, for whoever else keeps secrets under it. */
  public byte[] master() {
    return Base64.getDecoder().decode(key);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SealSettings " + folder;
  }
}
