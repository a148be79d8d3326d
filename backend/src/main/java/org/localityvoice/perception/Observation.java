package org.localityvoice.perception;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.Measure;

/**
 * One measure of a release, as it leaves: rounded, and null with a reason where it is withheld.
 *
 * @param status OK, LOW_RELIABILITY, SUPPRESSED or NO_BASE
 * @param estimate percent with one decimal, like the bounds and the standard error (in points)
 * @param baseValid valid answers rounded to five, so that a share does not give the counts away
 */
public record Observation(
    String measureId,
    String seriesId,
    String theme,
    String direction,
    String unit,
    String status,
    @Nullable String suppressionReason,
    @Nullable Double estimate,
    @Nullable Double ciLow,
    @Nullable Double ciHigh,
    @Nullable Double se,
    @Nullable Integer baseValid,
    @Nullable Integer effectiveBase) {

  /** Below this many a figure is given, with a warning. */
  private static final int RELIABLE = 30;

  static Observation of(Measure measure, Finding finding) {
    if (finding instanceof Finding.Figure figure) {
      return new Observation(
          measure.id(),
          measure.series(),
          measure.theme(),
          measure.direction(),
          "percent",
          figure.effectiveBase() < RELIABLE ? "LOW_RELIABILITY" : "OK",
          null,
          percent(figure.share()),
          percent(figure.low()),
          percent(figure.high()),
          percent(figure.standardError()),
          five(figure.base()),
          five(figure.effectiveBase()));
    }
    var reason = ((Finding.Withheld) finding).reason();
    return new Observation(
        measure.id(),
        measure.series(),
        measure.theme(),
        measure.direction(),
        "percent",
        reason == Finding.Reason.NO_VALID_ANSWER ? "NO_BASE" : "SUPPRESSED",
        reason.name(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static double percent(double share) {
    return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  private static int five(double base) {
    return (int) (Math.round(base / 5) * 5);
  }
}
