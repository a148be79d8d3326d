package org.localityvoice.event.people;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A key in the store, or what shows that the master key is the right one.
 *
 * @param text base64
 */
public record VaultKey(@BsonId String id, String text) {
  /** Without the key. */
  @Override
  public String toString() {
    return "key " + id;
  }
}
