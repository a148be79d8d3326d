package org.localityvoice.app;

import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.Optional;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.pmf.lens.WalkaboutIndex;
import org.localityvoice.walkabout.measure.WalkaboutMeasureFeature;

/**
 * What wardens see, for the lens. Of the walkabout index 0 is best; the lens wants the best to be
 * 100, so it is given 100 less the index of the month. Neither side knows the other.
 */
record WalkaboutLens(WalkaboutMeasureFeature measures) implements WalkaboutIndex {
  private static final double BEST = 100;

  @Override
  public Future<Optional<Walked>> of(String locality, YearMonth month) {
    return measures
        .overall(locality, month)
        .map(found -> found.map(one -> new Walked(Rounding.to(BEST - one.index(), 1), one.at())));
  }
}
