package org.localityvoice.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration OFTEN = Duration.ofMillis(1);

  private final HandClock clock = new HandClock(Instant.parse("2026-10-05T09:00:00Z"));
  private Vertx vertx = Vertx.vertx();

  @BeforeAll
  void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  void close() {
    Wait.forResult(vertx.close());
  }

  private Jobs jobs(Store store, String holder) {
    return new Jobs(vertx, new Leases(store.connect(), holder, clock), clock, LEASE);
  }

  private static Supplier<Future<Void>> counting(AtomicInteger runs) {
    return () -> {
      runs.incrementAndGet();
      return Future.succeededFuture();
    };
  }

  @Test
  void of_two_instances_on_one_store_only_one_runs_a_job(Store store) {
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    var ana = jobs(store, "ana").every("fold", NEVER, counting(first));
    var ben = jobs(store, "ben").every("fold", NEVER, counting(second));

    for (int i = 0; i < 3; i++) {
      Wait.forResult(ana.runAllNow());
      Wait.forResult(ben.runAllNow());
      clock.advance(LEASE.dividedBy(2));
    }

    assertThat(first).hasValue(3);
    assertThat(second).hasValue(0);
  }

  @Test
  void when_the_holder_dies_another_takes_over_after_the_lease_has_ended(Store store) {
    var second = new AtomicInteger();
    Wait.forResult(jobs(store, "ana").every("fold", NEVER, Future::succeededFuture).runAllNow());
    var ben = jobs(store, "ben").every("fold", NEVER, counting(second));

    clock.advance(LEASE.minusMillis(1));
    Wait.forResult(ben.runAllNow());
    assertThat(second).hasValue(0);
    clock.advance(Duration.ofMillis(1));
    Wait.forResult(ben.runAllNow());
    assertThat(second).hasValue(1);
  }

  @Test
  void an_instance_that_stops_leaves_its_jobs_to_others_at_once(Store store) {
    var second = new AtomicInteger();
    var ana = jobs(store, "ana").every("fold", NEVER, Future::succeededFuture);
    var ben = jobs(store, "ben").every("fold", NEVER, counting(second));
    Wait.forResult(ana.runAllNow());

    Wait.forResult(ana.stop());
    Wait.forResult(ben.runAllNow());

    assertThat(second).hasValue(1);
  }

  @Test
  void a_started_job_runs_again_and_again_but_never_twice_at_once(Store store) {
    var runs = new AtomicInteger();
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var jobs =
        jobs(store, "ana")
            .every(
                "fold",
                OFTEN,
                () -> {
                  most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                  return vertx
                      .timer(5)
                      .onComplete(
                          done -> {
                            atOnce.decrementAndGet();
                            runs.incrementAndGet();
                          })
                      .mapEmpty();
                });
    jobs.start();

    Wait.until(
        "20 runs although it is woken all the time",
        () -> {
          jobs.wake("fold");
          return runs.get() >= 20;
        });
    Wait.forResult(jobs.stop());

    assertThat(most).hasValue(1);
  }

  @Test
  void a_failed_run_and_a_thrown_exception_do_not_end_the_job(Store store) {
    var runs = new AtomicInteger();
    var jobs =
        jobs(store, "ana")
            .every(
                "fold",
                OFTEN,
                () -> {
                  if (runs.incrementAndGet() % 2 == 0) {
                    throw new IllegalStateException("thrown");
                  }
                  return Future.failedFuture("failed");
                });
    jobs.start();

    Wait.until("five runs", () -> runs.get() >= 5);
    Wait.forResult(jobs.stop());
  }

  @Test
  void a_job_that_is_woken_while_it_runs_runs_once_more(Store store) {
    var runs = new AtomicInteger();
    Promise<Void> first = Promise.promise();
    var jobs =
        jobs(store, "ana")
            .every(
                "fold",
                NEVER,
                () -> runs.incrementAndGet() == 1 ? first.future() : Future.succeededFuture());
    jobs.start();
    Wait.until("the first run", () -> runs.get() == 1);

    jobs.wake("fold");
    jobs.wake("fold");
    Wait.forResult(vertx.timer(20));
    assertThat(runs).hasValue(1);
    first.complete();

    Wait.until("the second run", () -> runs.get() == 2);
    Wait.forResult(jobs.stop());
    assertThat(runs).hasValue(2);
  }

  @Test
  void a_run_that_does_not_end_is_not_waited_for_longer_than_asked(Store store) {
    var runs = new AtomicInteger();
    Promise<Void> endless = Promise.promise();
    var jobs =
        jobs(store, "ana")
            .every(
                "fold",
                NEVER,
                () -> {
                  runs.incrementAndGet();
                  return endless.future();
                })
            .every("count", NEVER, Future::succeededFuture);
    jobs.start();
    Wait.until("the run", () -> runs.get() == 1);

    Wait.forResult(jobs.stop(Duration.ofMillis(20)));

    var other = new AtomicInteger();
    var ben = jobs(store, "ben").every("fold", NEVER, counting(other));
    Wait.forResult(ben.runAllNow());
    assertThat(other).as("what was cut off may still do something").hasValue(0);
  }

  @Test
  void stopping_waits_for_the_run_under_way(Store store) {
    var runs = new AtomicInteger();
    Promise<Void> run = Promise.promise();
    var jobs =
        jobs(store, "ana")
            .every(
                "fold",
                NEVER,
                () -> {
                  runs.incrementAndGet();
                  return run.future();
                });
    jobs.start();
    Wait.until("the run", () -> runs.get() == 1);

    var stopped = jobs.stop();
    Wait.forResult(vertx.timer(50));
    assertThat(stopped.isComplete()).isFalse();
    run.complete();

    Wait.forResult(stopped);
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_run_that_outlasts_its_lease_keeps_it(Store store) {
    var length = Duration.ofMillis(90);
    var second = new AtomicInteger();
    Promise<Void> run = Promise.promise();
    var leases = new Leases(store.connect(), "ana", clock);
    var ana = new Jobs(vertx, leases, clock, length).every("fold", NEVER, run::future);
    var running = ana.runAllNow();
    var ben = jobs(store, "ben").every("fold", NEVER, counting(second));

    var stored = new LeaseStore(store.connect());
    Wait.until("the lease", () -> Wait.forResult(stored.find("fold")).isPresent());
    // Every renewal moves the lease on from the present, so the clock may go far in small steps.
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofMillis(40));
      var end = clock.instant().plus(length);
      Wait.until(
          "a renewal", () -> Wait.forResult(stored.find("fold")).orElseThrow().until().equals(end));
      Wait.forResult(ben.runAllNow());
    }
    assertThat(second).hasValue(0);
    run.complete();
    Wait.forResult(running);
  }
}
