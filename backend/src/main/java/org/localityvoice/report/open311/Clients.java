package org.localityvoice.report.open311;

import io.vertx.core.Future;
import org.localityvoice.http.Limit;
import org.localityvoice.http.Limiter;
import org.localityvoice.identity.apikey.ApiKeys;

/** Finds out which system calls, and counts its calls. */
record Clients(ApiKeys keys, Limiter limiter) {
  /** The client with this key; fails with 403 for a key that is missing or not good. */
  Future<Client> of(String key) {
    return keys.holder(key.strip(), ApiKeys.OPEN311)
        .map(
            found -> {
              limiter.take(Limit.API_KEY, found.id());
              return new Client(found);
            });
  }
}
