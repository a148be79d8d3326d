package org.localityvoice.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Counts and times requests by operation and status, and by nothing else. */
final class Traffic {
  private record Kind(String operation, int status) {}

  private final MeterRegistry registry;
  private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

  Traffic(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(String operation, int status, long nanos) {
    var kind = new Kind(operation, status);
    // Almost always there already, and looking takes no lock.
    var known = timers.get(kind);
    var timer = known == null ? timers.computeIfAbsent(kind, this::timer) : known;
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .description("Requests answered, by operation of the contract")
        .tag("operation", kind.operation())
        .tag("status", String.valueOf(kind.status()))
        .register(registry);
  }
}
