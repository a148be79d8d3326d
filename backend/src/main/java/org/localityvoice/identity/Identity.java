package org.localityvoice.identity;

import io.vertx.core.Future;

/** Tells who holds a token. */
public interface Identity {
  /**
   * The holder of a bearer token.
   *
   * @param mayBeRecent true where an answer remembered for a few seconds will do (reads); false
   *     where a staff member's lost rights must count at once (writes)
   * @return fails with the problem {@code not-signed-in} for any token that is not good
   */
  Future<Caller> holderOf(String token, boolean mayBeRecent);
}
