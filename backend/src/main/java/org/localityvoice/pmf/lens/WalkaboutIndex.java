package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Where the walkabout lens gets its figure from: whatever part of the platform has walkabouts. */
@FunctionalInterface
public interface WalkaboutIndex {
  /** For as long as nobody walks. */
  WalkaboutIndex NOT_YET = (locality, month) -> Future.succeededFuture(Optional.empty());

  /**
   * What wardens saw.
   *
   * @param index 0 to 100; the higher, the better the streets look
   * @param at the last day that is in it
   */
  record Walked(double index, LocalDate at) {}

  /** The index of a locality at the end of a month; empty where it is not measured. */
  Future<Optional<Walked>> of(String locality, YearMonth month);
}
