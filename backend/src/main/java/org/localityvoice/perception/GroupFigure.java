package org.localityvoice.perception;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.perception.disclosure.Band;
import org.localityvoice.perception.disclosure.Count;
import org.localityvoice.perception.disclosure.Treatment;
import org.localityvoice.perception.disclosure.Weighing;
import org.localityvoice.survey.Measure;

/**
 * A measure among one group, as the partnership is told of it. What is hidden has the same status
 * and reason whether it is too small by itself or covers another: telling which helps an attacker.
 *
 * @param breakdown {@code ageBand:16-24}
 * @param status OK, LOW_RELIABILITY or SUPPRESSED
 * @param suppressionReason SMALL_NUMBERS, or the band the share lies in: UNDER_5_PERCENT
 * @param estimate percent with one decimal, like the bounds; weighted as the wave is
 * @param baseValid valid answers, rounded to five
 */
public record GroupFigure(
    String breakdown,
    String measureId,
    String seriesId,
    String status,
    @Nullable String suppressionReason,
    @Nullable Double estimate,
    @Nullable Double ciLow,
    @Nullable Double ciHigh,
    @Nullable Integer baseValid) {

  static GroupFigure of(
      String breakdown,
      Measure measure,
      Count count,
      Optional<Proportion> share,
      Weighing weighing,
      Treatment treatment) {
    var reason =
        reason(count, weighing, treatment)
            .or(() -> share.isEmpty() ? Optional.of("NO_WEIGHTS") : Optional.empty());
    if (reason.isPresent()) {
      return new GroupFigure(
          breakdown,
          measure.id(),
          measure.series(),
          "SUPPRESSED",
          reason.get(),
          null,
          null,
          null,
          null);
    }
    var figure = share.orElseThrow();
    return new GroupFigure(
        breakdown,
        measure.id(),
        measure.series(),
        figure.lowReliability() ? "LOW_RELIABILITY" : "OK",
        null,
        Rounding.PARTNERSHIP.percent(figure.estimate()),
        Rounding.PARTNERSHIP.percent(figure.interval().low()),
        Rounding.PARTNERSHIP.percent(figure.interval().high()),
        Rounding.base(count.base()));
  }

  /** Why a figure is not told; empty where it is. */
  static Optional<String> reason(Count count, Weighing weighing, Treatment treatment) {
    return switch (treatment) {
      case SHOWN -> Optional.empty();
      case BAND ->
          Optional.of(
              Band.of(count, weighing)
                  .map(band -> band.name() + "_PERCENT")
                  .orElse("SMALL_NUMBERS"));
      case COVER, HIDDEN -> Optional.of("SMALL_NUMBERS");
    };
  }
}
