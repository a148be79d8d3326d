package org.localityvoice.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Pages read one after the other, in the process and over HTTP, beside the bare driver finding the
 * same.
 */
final class Pages {
  private static final int EACH = 60;

  private static final int EACH_OVER_HTTP = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int rounds;
  private final IntSupplier bare;

  /**
   * Pages to compare.
   *
   * @param bare finds a page with the bare driver; tells how many were on it
   */
  Pages(int rounds, IntSupplier bare) {
    this.rounds = rounds;
    this.bare = bare;
  }

  /** A page that is found in this process. */
  Result found(String what, IntSupplier page) throws IOException {
    var rates = new Rates(what, 0);
    repeat(page);
    repeat(bare);
    for (var round = 0; round < rounds; round++) {
      rates.add(Rates.round(EACH, () -> repeat(page)), Rates.round(EACH, () -> repeat(bare)));
    }
    return rates.result();
  }

  /** A page that is fetched; the first round warms up. */
  Result fetched(String what, String address) throws IOException {
    var rates = new Rates(what, 0);
    for (var round = 0; round <= rounds; round++) {
      var ours = Rates.round(EACH_OVER_HTTP, () -> fetch(address));
      if (round > 0) {
        rates.add(ours, Rates.round(EACH, () -> repeat(bare)));
      }
    }
    return rates.result();
  }

  /** Where the limit on searching steps in, the clock stands still until it lets us on. */
  private double fetch(String address) throws IOException {
    var get = HttpRequest.newBuilder(URI.create(address)).build();
    var nanos = 0L;
    for (var i = 0; i < EACH_OVER_HTTP; ) {
      var begin = System.nanoTime();
      var answer = http.sendAsync(get, HttpResponse.BodyHandlers.ofByteArray()).join();
      if (answer.statusCode() == 200) {
        nanos += System.nanoTime() - begin;
        i++;
      } else if (answer.statusCode() == 429) {
        LockSupport.parkNanos(
            Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1))
                .toNanos());
      } else {
        throw new IOException("answered " + answer.statusCode());
      }
    }
    return EACH_OVER_HTTP * 1e9 / nanos;
  }

  private static double repeat(IntSupplier page) {
    var found = 0;
    var begin = System.nanoTime();
    for (var i = 0; i < EACH; i++) {
      found += page.getAsInt();
    }
    var rate = EACH * 1e9 / (System.nanoTime() - begin);
    if (found == 0) {
      throw new IllegalStateException("nothing was ever found");
    }
    return rate;
  }
}
