package org.localityvoice.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/** Where a call comes from, as far as limits need it. Never stored, never logged. */
final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  private final Set<String> trustedProxies;

  ClientAddress(Set<String> trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /** The address, or for IPv6 its /64 network, which is what one household is given. */
  String of(HttpServerRequest request) {
    var remote = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    var forwarded = request.headers().getAll("X-Forwarded-For");
    if (!forwarded.isEmpty() && trustedProxies.contains(remote)) {
      // The last entry is the one our own proxy wrote; the ones before it are the client's word.
      // Some proxies add a header of their own below the client's.
      var hops = forwarded.get(forwarded.size() - 1).split(",", -1);
      return network(hops[hops.length - 1].trim());
    }
    return network(remote);
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      var bytes = InetAddress.getByName(address.replaceAll("[\\[\\]]", "")).getAddress();
      return Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
