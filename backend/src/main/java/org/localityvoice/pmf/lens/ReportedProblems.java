package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.util.Optional;

/** Where the lens of reported problems gets its figure from; only what anybody may know. */
@FunctionalInterface
public interface ReportedProblems {
  /**
   * How many problems were reported in a quarter that is over; empty where that is withheld.
   *
   * @param quarter {@code 2026-Q3}
   */
  Future<Optional<Integer>> in(String locality, String quarter);
}
