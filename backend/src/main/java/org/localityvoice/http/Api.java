package org.localityvoice.http;

import java.util.HashMap;
import java.util.Map;

/** The operations that are served. */
public final class Api {
  private final Map<String, Handler> handlers = new HashMap<>();

  /** Binds an operation of the contract, once. */
  public Api on(String operationId, Handler handler) {
    if (handlers.putIfAbsent(operationId, handler) != null) {
      throw new IllegalStateException("operation " + operationId + " is bound twice");
    }
    return this;
  }
}
