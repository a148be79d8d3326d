package org.localityvoice.identity;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Wait;

/** Waits for refusals. */
public final class Refused {
  private Refused() {}

  /** The problem that a future fails with. */
  public static Problem problem(Future<?> future) {
    var problem = catchThrowableOfType(Problem.class, () -> Wait.forResult(future));
    if (problem == null) {
      throw new AssertionError("not refused");
    }
    return problem;
  }
}
