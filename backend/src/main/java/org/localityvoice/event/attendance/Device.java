package org.localityvoice.event.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;

/**
 * A phone or tablet at the door of one session, as it is stored: without its token.
 *
 * @param hash SHA-256 of the token, in hexadecimal digits
 * @param label how those at the door call it; absent where they did not say
 * @param maker who answers for it, and in which role
 * @param revokedAt from when it opens nothing any more
 */
public record Device(
    String id,
    String hash,
    @Nullable String label,
    Signatory maker,
    Instant madeAt,
    @Nullable Instant revokedAt) {

  boolean revoked() {
    return revokedAt != null;
  }

  Device revoke(Instant now) {
    return revoked() ? this : new Device(id, hash, label, maker, madeAt, now);
  }

  /** Without who made it. */
  @Override
  public String toString() {
    return "device " + id;
  }
}
