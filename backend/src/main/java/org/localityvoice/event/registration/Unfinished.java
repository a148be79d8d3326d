package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.schedule.InTurn;

/** Finishes requests that were cut off: what is certain is noted, all else is taken back. */
final class Unfinished {
  /** The name of the job. */
  static final String JOB = "event.registration.unfinished";

  static final Duration PERIOD = Duration.ofSeconds(15);

  /** No request takes so long; what has been on its way for longer was cut off. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int PAGE = 50;
  private static final String WHAT = "a request that was cut off";

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
        .compose(page -> InTurn.eachByItself(WHAT, page, registrations::finish))
        .compose(done -> saga.unfinished(LONGEST, PAGE))
        .compose(page -> InTurn.eachByItself(WHAT, page, one -> saga.run(one).mapEmpty()))
        .mapEmpty();
  }
}
