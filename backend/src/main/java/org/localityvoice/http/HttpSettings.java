package org.localityvoice.http;

import java.util.Set;

/**
 * How the public port behaves.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param mostBodyBytes a larger JSON body is refused with 413
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 */
public record HttpSettings(String host, int port, int mostBodyBytes, Set<String> trustedProxies) {
  public HttpSettings {
    trustedProxies = Set.copyOf(trustedProxies);
  }
}
