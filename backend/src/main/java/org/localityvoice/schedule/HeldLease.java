package org.localityvoice.schedule;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One job's lease as this instance sees it. While more than half of it is left the store need not
 * be asked, so a job that runs every second does not write every second.
 */
final class HeldLease {
  private final String job;
  private final Leases leases;
  private final InstantSource clock;
  private final Duration length;
  private Instant until = Instant.MIN;

  HeldLease(String job, Leases leases, InstantSource clock, Duration length) {
    this.job = job;
    this.leases = leases;
    this.clock = clock;
    this.length = length;
  }

  /** Whether the job may run here now. */
  Future<Boolean> hold() {
    var now = clock.instant();
    if (now.plus(length.dividedBy(2)).isBefore(until)) {
      return Future.succeededFuture(true);
    }
    return leases
        .take(job, length)
        .onSuccess(held -> until = held ? now.plus(length) : Instant.MIN);
  }

  /** Keeps the lease through a long run; false when it is lost. */
  Future<Boolean> keep() {
    var now = clock.instant();
    return leases
        .renew(job, length)
        .onSuccess(held -> until = held ? now.plus(length) : Instant.MIN);
  }

  /** Lets another instance have the job at once. */
  Future<Void> release() {
    if (until.equals(Instant.MIN)) {
      return Future.succeededFuture();
    }
    until = Instant.MIN;
    return leases.release(job);
  }

  Duration length() {
    return length;
  }
}
