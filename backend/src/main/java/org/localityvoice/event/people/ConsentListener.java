package org.localityvoice.event.people;

import io.vertx.core.Future;

/** Somebody who has to do something about consents that count no more. */
public interface ConsentListener {
  /**
   * Takes it, at least once.
   *
   * @return succeeds when it is durable; otherwise it comes again, to every listener
   */
  Future<Void> withdrawn(ConsentWithdrawn what);
}
