package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finishes requests that were cut off: what is certain is noted, all else is taken back. */
final class Unfinished {
  /** The name of the job. */
  static final String JOB = "event.registration.unfinished";

  static final Duration PERIOD = Duration.ofSeconds(15);

  /** No request takes so long; what has been on its way for longer was cut off. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int PAGE = 50;
  private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

  private final RegistrationStore rows;
  private final RegistrationService registrations;
  private final PackageSaga saga;
  private final InstantSource clock;

  Unfinished(
      RegistrationStore rows,
      RegistrationService registrations,
      PackageSaga saga,
      InstantSource clock) {
    this.rows = rows;
    this.registrations = registrations;
    this.saga = saga;
    this.clock = clock;
  }

  Future<Void> run() {
    return rows.cutOff(clock.instant().minus(LONGEST), PAGE)
        .compose(page -> each(page, registrations::finish))
        .compose(done -> saga.unfinished(LONGEST, PAGE))
        .compose(page -> each(page, one -> saga.run(one).mapEmpty()));
  }

  private static <T> Future<Void> each(List<T> page, Function<T, Future<Void>> finish) {
    var all = Future.<Void>succeededFuture();
    for (var one : page) {
      all = all.compose(before -> finish.apply(one).recover(Unfinished::noted));
    }
    return all;
  }

  private static Future<Void> noted(Throwable failure) {
    LOG.warn("a cut-off request waits for the next look: {}", failure.getClass().getSimpleName());
    return Future.succeededFuture();
  }
}
