package org.localityvoice.schedule;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work that is done again and again, by one instance of those that share a store, and never twice
 * at once. An instance that has a job keeps its lease from run to run and while a run lasts, and
 * gives it up when it stops.
 */
public final class Jobs {
  private final Context context;
  private final Vertx vertx;
  private final Leases leases;
  private final InstantSource clock;
  private final Duration lease;
  private final Map<String, Job> jobs = new ConcurrentSkipListMap<>();

  /**
   * No jobs yet.
   *
   * @param lease how long after the death of an instance another takes its jobs over
   */
  public Jobs(Vertx vertx, Leases leases, InstantSource clock, Duration lease) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.leases = leases;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Declares a job.
   *
   * @param name its name in the store and in logs
   * @param period from the end of one run to the start of the next
   * @param work one run; a failure is logged and the next run comes as ever
   */
  public Jobs every(String name, Duration period, Supplier<Future<Void>> work) {
    var job =
        new Job(name, period, work, vertx, context, new HeldLease(name, leases, clock, lease));
    if (jobs.putIfAbsent(name, job) != null) {
      throw new IllegalStateException("job " + name + " is declared twice");
    }
    return this;
  }

  /** Runs every job now and then once in every period. */
  public void start() {
    context.runOnContext(now -> jobs.values().forEach(Job::start));
  }

  /** Starts no further runs; completes when those under way have ended and the leases are free. */
  public Future<Void> stop() {
    return forAll(Job::stop);
  }

  /**
   * The same, but a run that lasts longer is left where it is, as a kill would leave it. Its lease
   * runs out by itself: who knows whether the run does anything more.
   */
  public Future<Void> stop(Duration longest) {
    return stop()
        .timeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure ->
                failure instanceof TimeoutException
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** Asks for a run soon, on whatever instance this is; lost without harm where it does not run. */
  public void wake(String name) {
    var job = jobs.get(name);
    if (job != null) {
      context.runOnContext(now -> job.wake());
    }
  }

  /** Runs every job once, started or not; completes when all runs have ended. For tests. */
  public Future<Void> runAllNow() {
    return forAll(Job::runOnce);
  }

  private Future<Void> forAll(Function<Job, Future<Void>> action) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        now -> {
          List<Future<Void>> all = jobs.values().stream().map(action).toList();
          Future.join(all).<Void>mapEmpty().onComplete(done);
        });
    return done.future();
  }
}
