package org.localityvoice.schedule;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job on this instance. Every method is called on the one context of {@link Jobs}. */
final class Job {
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String name;
  private final Duration period;
  private final Supplier<Future<Void>> work;
  private final Vertx vertx;
  private final Context context;
  private final HeldLease lease;

  private boolean started;
  private boolean stopped;
  private boolean wanted;
  private Optional<Future<Void>> running = Optional.empty();
  private Optional<Long> timer = Optional.empty();

  Job(
      String name,
      Duration period,
      Supplier<Future<Void>> work,
      Vertx vertx,
      Context context,
      HeldLease lease) {
    this.name = name;
    this.period = period;
    this.work = work;
    this.vertx = vertx;
    this.context = context;
    this.lease = lease;
  }

  void start() {
    started = true;
    stopped = false;
    wake();
  }

  /** Runs soon: at once, or again after the run under way, which may have looked too early. */
  void wake() {
    if (!started) {
      return;
    }
    if (running.isPresent()) {
      wanted = true;
    } else {
      run();
    }
  }

  Future<Void> stop() {
    started = false;
    stopped = true;
    wanted = false;
    cancelTimer();
    return running.orElseGet(Future::succeededFuture).compose(ended -> lease.release());
  }

  /** One whole run that begins after this call. */
  Future<Void> runOnce() {
    return running.isPresent() ? running.get().compose(ended -> runOnce()) : run();
  }

  private Future<Void> run() {
    cancelTimer();
    // Kept before the work starts: it may end, or ask for a further run, within this very call.
    Promise<Void> ended = Promise.promise();
    running = Optional.of(ended.future());
    lease
        .hold()
        .compose(held -> held ? whileRenewing() : Future.succeededFuture())
        .onFailure(this::report)
        // The work may end on any thread; what this class remembers changes on one context only.
        .onComplete(result -> context.runOnContext(back -> end(ended)));
    return ended.future();
  }

  private void end(Promise<Void> ended) {
    running = Optional.empty();
    ended.complete();
    next();
  }

  private Future<Void> whileRenewing() {
    var renewal = vertx.setPeriodic(Math.max(1, lease.length().toMillis() / 3), tick -> renew());
    return Future.succeededFuture()
        .compose(go -> work.get())
        .onComplete(done -> vertx.cancelTimer(renewal));
  }

  private void renew() {
    lease
        .keep()
        .onSuccess(
            held -> {
              if (!held) {
                LOG.warn("job {} runs on although another instance has taken it over", name);
              }
            })
        .onFailure(this::report);
  }

  private void next() {
    if (!started || running.isPresent()) {
      return;
    }
    if (wanted) {
      wanted = false;
      run();
    } else {
      timer = Optional.of(vertx.setTimer(period.toMillis(), tick -> wake()));
    }
  }

  private void cancelTimer() {
    timer.ifPresent(vertx::cancelTimer);
    timer = Optional.empty();
  }

  private void report(Throwable failure) {
    if (stopped) {
      // It may have been cut off, and what it worked with is gone.
      return;
    }
    LOG.warn(
        "job {} failed: {}: {}", name, failure.getClass().getSimpleName(), failure.getMessage());
  }
}
