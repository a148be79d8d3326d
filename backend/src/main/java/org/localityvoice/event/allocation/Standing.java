package org.localityvoice.event.allocation;

import java.time.Instant;

/** Where a registration is. One that has ended has no standing. */
public sealed interface Standing {
  /** It has its places. */
  record Placed(Instant since) implements Standing {}

  /** It waited, and may take its places until this moment; it is too late at the moment itself. */
  record Offered(Instant until) implements Standing {}

  /**
   * Its places are kept until those on other dates of a package are certain.
   *
   * @param packageId names the package
   */
  record Held(String packageId, Instant until) implements Standing {}

  /** It is on the waitlist. */
  record Waiting(Instant since) implements Standing {}
}
