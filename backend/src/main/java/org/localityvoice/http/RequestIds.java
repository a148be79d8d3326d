package org.localityvoice.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Random ids of requests, in the shape of a UUID. They tell requests apart and are no secret, so
 * they need not cost what a secure random number costs.
 */
public final class RequestIds implements Supplier<String> {
  @Override
  public String get() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
