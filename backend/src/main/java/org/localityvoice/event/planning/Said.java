package org.localityvoice.event.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;

/**
 * What somebody has said is to become of a clash.
 *
 * @param givesWay id of the session that is moved, merged into the other or withdrawn; absent where
 *     both stay
 * @param reason always there where both stay
 */
public record Said(
    Resolution resolution,
    @Nullable String givesWay,
    @Nullable String reason,
    Signatory by,
    Instant at) {

  /** Without who said it and what they wrote. */
  @Override
  public String toString() {
    return "Said " + resolution;
  }
}
