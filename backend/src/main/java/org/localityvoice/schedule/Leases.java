package org.localityvoice.schedule;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.LeaseStore.Lease;

/**
 * The right to run a job, held by one instance at a time and lost by time when its holder dies. The
 * end of a lease is compared with the clock of whoever asks, so the clocks of instances that share
 * a store must agree to well within the length of a lease.
 */
public final class Leases {
  private final LeaseStore store;
  private final String holder;
  private final InstantSource clock;

  /**
   * Leases for one instance.
   *
   * @param holder names this instance; another run of the same instance has another name
   */
  public Leases(Mongo mongo, String holder, InstantSource clock) {
    this.store = new LeaseStore(mongo);
    this.holder = holder;
    this.clock = clock;
  }

  /** Takes a job that is free, ours, or whose lease has ended; false when another holds it. */
  public Future<Boolean> take(String job, Duration length) {
    var now = clock.instant();
    var wanted = new Lease(job, holder, now.plus(length));
    return store
        .find(job)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return store.insert(wanted);
              }
              var seen = found.get();
              return seen.holder().equals(holder) || !seen.until().isAfter(now)
                  ? store.replace(seen, wanted)
                  : Future.succeededFuture(false);
            });
  }

  /** Moves the end of a lease of ours; false when another has taken the job since. */
  public Future<Boolean> renew(String job, Duration length) {
    return store.extend(job, holder, clock.instant().plus(length));
  }

  /** Gives a job up, if it is ours. */
  public Future<Void> release(String job) {
    return store.delete(job, holder);
  }
}
