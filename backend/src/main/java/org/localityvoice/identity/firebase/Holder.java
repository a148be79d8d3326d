package org.localityvoice.identity.firebase;

import java.time.Instant;
import org.localityvoice.identity.Caller;

/**
 * Who holds a verified token.
 *
 * @param caller the person
 * @param until the answer may be remembered until then, at most the token's expiry
 */
record Holder(Caller caller, Instant until) {
  /** The same holder, remembered no longer than the limit. */
  Holder atMostUntil(Instant limit) {
    return limit.isBefore(until) ? new Holder(caller, limit) : this;
  }
}
