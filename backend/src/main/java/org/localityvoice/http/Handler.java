package org.localityvoice.http;

import io.vertx.core.Future;

/** Carries out one operation: returns a reply, or throws or fails with a problem. */
@FunctionalInterface
public interface Handler {
  /** Carries out the operation on a request that has passed the contract. */
  Future<Reply> handle(Call call);
}
