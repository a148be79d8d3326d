package org.localityvoice.perception;

import java.util.Optional;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.survey.Questionnaire.Item;

/**
 * How many of a locality's adults a share stands for, with its interval, rounded to fifty: a share
 * in other words, and no count of people who were asked. It is worked out of the whole points that
 * everybody is told, and of adults that everybody knows, so it gives nothing more away than they
 * do; and wherever it is written out, since a release is kept as it was computed.
 *
 * @param estimate people
 * @param ciLow likewise
 * @param ciHigh likewise
 */
record PopulationEquivalent(long estimate, long ciLow, long ciHigh) {
  private static final String PERCENT = "percent";

  /**
   * What a figure for everybody stands for. Empty where it is withheld or no percentage; where its
   * question is asked of some people only, since how many adults those are is not known; and where
   * nothing was weighted, since such a share is one of those who answered.
   *
   * @param item what was asked
   */
  static Optional<PopulationEquivalent> of(Observation seen, Item item, Optional<Basis> basis) {
    var adults = basis.filter(Basis::weighted).map(Basis::all).orElse(0L);
    var share = seen.estimate();
    var low = seen.ciLow();
    var high = seen.ciHigh();
    if (adults == 0
        || item.followUp()
        || !seen.told()
        || !seen.unit().equals(PERCENT)
        || share == null
        || low == null
        || high == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PopulationEquivalent(people(share, adults), people(low, adults), people(high, adults)));
  }

  private static long people(double percent, long adults) {
    return Rounding.people(Rounding.PUBLIC.points(percent) * adults / 100);
  }
}
