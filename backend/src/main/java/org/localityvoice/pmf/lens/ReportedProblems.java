package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;

/** Where the lens of reported problems gets its figure from; only what anybody may know. */
public interface ReportedProblems {
  /**
   * How many problems were reported in a quarter that is over; empty where that is withheld.
   *
   * @param quarter {@code 2026-Q3}
   */
  Future<Optional<Integer>> in(String locality, String quarter);

  /** The first day from which they are counted; empty where that is not known. */
  Future<Optional<LocalDate>> countedFrom(String locality);
}
