package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Where the walkabout lens gets its figure from: whatever part of the platform has walkabouts. */
@FunctionalInterface
public interface WalkaboutIndex {
  /**
   * What wardens saw.
   *
   * @param index 0 to 100; the higher, the better the streets look
   * @param at the last day that is in it
   */
  record Walked(double index, LocalDate at) {}

  /**
   * The index of a locality at the end of a month, of what was walked in that month; empty where
   * that is nothing or too little.
   */
  Future<Optional<Walked>> of(String locality, YearMonth month);
}
