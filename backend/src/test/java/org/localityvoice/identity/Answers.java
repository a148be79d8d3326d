package org.localityvoice.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.localityvoice.problem.Problem;

/** Waits for futures, with a deadline. */
public final class Answers {
  private static final int SECONDS = 30;

  private Answers() {}

  /** The value. */
  public static <T> T of(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("no answer: " + e, e);
    }
  }

  /** The problem that it fails with. */
  public static Problem problem(Future<?> future) {
    try {
      var value = future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("no problem but " + value);
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(Problem.class);
      return (Problem) e.getCause();
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("no answer", e);
    }
  }

  /** Closes something, whatever it throws. */
  public static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new AssertionError("does not close: " + closeable, e);
    }
  }
}
