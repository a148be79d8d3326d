package org.localityvoice.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers about effects and statements; asked of the store now and then, not at each scrape. */
final class Gauges {
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final Parts parts;
  private final MeterRegistry registry;
  private final AtomicLong outbox = new AtomicLong();
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong dead = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();

  Gauges(Parts parts, MeterRegistry registry) {
    this.parts = parts;
    this.registry = registry;
  }

  void register() {
    gauge("outbox.waiting", "Documents with effects that wait to be carried out", outbox);
    gauge("pmf.statements.pending", "Statements on their way", pending);
    gauge("pmf.statements.held", "Statements that wait for a paused endpoint", held);
    gauge("pmf.statements.dead", "Statements given up", dead);
    gauge("pmf.statements.oldest.seconds", "Age of the oldest statement on its way", oldestSeconds);
    parts.vertx.setPeriodic(1, PERIOD.toMillis(), tick -> read());
  }

  private void gauge(String name, String description, AtomicLong value) {
    Gauge.builder(name, value, AtomicLong::get).description(description).register(registry);
  }

  private void read() {
    parts.relay.depth().onSuccess(depth -> outbox.set(depth.documents()));
    parts
        .pmf
        .counts()
        .onSuccess(
            counts -> {
              pending.set(counts.pending());
              held.set(counts.held());
              dead.set(counts.dead());
              oldestSeconds.set(counts.oldestPending().toSeconds());
            });
  }
}
