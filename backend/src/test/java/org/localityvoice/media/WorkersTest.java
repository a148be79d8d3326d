package org.localityvoice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Wait;

class WorkersTest {
  private final Vertx vertx = Vertx.vertx();
  private final Workers workers = new Workers(vertx);

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void when_all_are_busy_and_enough_wait_the_next_is_turned_away() {
    var gate = new CountDownLatch(1);
    var running = new AtomicInteger();
    List<Future<Integer>> all = new ArrayList<>();
    for (var i = 0; i < Workers.THREADS + Workers.MOST_WAITING; i++) {
      all.add(
          workers.run(
              () -> {
                running.incrementAndGet();
                gate.await();
                return 1;
              }));
    }
    Wait.until("all threads are busy", () -> running.get() == Workers.THREADS);
    var refusal = catchThrowableOfType(Problem.class, () -> Wait.forResult(workers.run(() -> 1)));
    assertThat(refusal.type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(refusal.retryAfter()).isPresent();
    assertThat(running.get()).isEqualTo(Workers.THREADS);
    gate.countDown();
    Wait.forResult(Future.all(all));
    // There is room again, also after work that failed.
    for (var i = 0; i < 2 * Workers.MOST_WAITING; i++) {
      var failing =
          workers.run(
              () -> {
                throw Refused.unreadable();
              });
      assertThat(catchThrowableOfType(Problem.class, () -> Wait.forResult(failing)).type())
          .isEqualTo(ProblemType.INVALID_REQUEST);
    }
    assertThat(Wait.forResult(workers.run(() -> 7))).isEqualTo(7);
  }

  @Test
  void the_event_loop_goes_on_while_a_large_photo_is_developed() {
    var large = Pictures.jpeg(Pictures.detailed(4000, 3000), false);
    assertThat(ticksDuring(context -> workers.run(() -> Darkroom.develop(large)))).isPositive();
    // The control: on the event loop itself nothing else happens meanwhile.
    assertThat(ticksDuring(context -> Future.succeededFuture(Darkroom.develop(large)))).isZero();
  }

  /** How often a timer of one millisecond fires between the start of the work and its end. */
  private int ticksDuring(Function<Vertx, Future<?>> work) {
    Promise<Integer> result = Promise.promise();
    var ticks = new AtomicInteger();
    vertx
        .getOrCreateContext()
        .runOnContext(
            now -> {
              vertx.setPeriodic(1, tick -> ticks.incrementAndGet());
              work.apply(vertx).onComplete(done -> result.complete(ticks.get()));
            });
    return Wait.forResult(result.future());
  }
}
