package org.localityvoice.perception;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.estimate.Change;
import org.localityvoice.estimate.Proportion;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.survey.Measure;

/**
 * One measure of a release, as it leaves: rounded, and null with a reason where it is withheld.
 *
 * @param status OK, LOW_RELIABILITY, SUPPRESSED, or the gate that stopped it
 * @param estimate percent with one decimal, like the bounds and the standard error (in points)
 * @param baseValid valid answers rounded to five, so that a share does not give the counts away
 * @param designEffect what weighting costs: 1.14 is 14 % of the answers; of the two rounded bases,
 *     since a finer one would say how many there are of a group whose answers weigh much
 * @param change from an earlier wave; null where none is comparable
 * @param caveats codes of what a reader must know; empty in releases from before there were any
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
    @Nullable Integer effectiveBase,
    @Nullable Double designEffect,
    @Nullable Move change,
    List<String> caveats) {
  private static final String OK = "OK";
  private static final String LOW_RELIABILITY = "LOW_RELIABILITY";

  /**
   * A change in points with one decimal.
   *
   * @param vs id of the earlier wave
   * @param verdict up, down or no_clear_change
   */
  public record Move(
      String vs, double diff, double ciLow, double ciHigh, String method, String verdict) {

    static Move of(String vs, Change change) {
      return new Move(
          vs,
          Rounding.PARTNERSHIP.percent(change.difference()),
          Rounding.PARTNERSHIP.percent(change.interval().low()),
          Rounding.PARTNERSHIP.percent(change.interval().high()),
          Estimator.CHANGE,
          change.verdict().text());
    }
  }

  @SuppressWarnings("NullAway") // Stored releases may be older than caveats.
  public Observation {
    caveats = caveats == null ? List.of() : List.copyOf(caveats);
  }

  /** Whether there is a figure. */
  boolean told() {
    return reliable() || status.equals(LOW_RELIABILITY);
  }

  /** Whether there is a figure, and nothing to be said against it. */
  boolean reliable() {
    return status.equals(OK);
  }

  /** The same without a change. */
  Observation withoutChange() {
    return new Observation(
        measureId,
        seriesId,
        theme,
        direction,
        unit,
        status,
        suppressionReason,
        estimate,
        ciLow,
        ciHigh,
        se,
        baseValid,
        effectiveBase,
        designEffect,
        null,
        caveats);
  }

  static Observation of(
      Measure measure, Proportion share, @Nullable Move change, List<String> caveats) {
    var interval = share.interval();
    var base = Rounding.base((double) share.nValid());
    var effectiveBase = Rounding.base(share.effectiveBase());
    return new Observation(
        measure.id(),
        measure.series(),
        measure.theme(),
        measure.direction(),
        "percent",
        share.lowReliability() ? LOW_RELIABILITY : OK,
        null,
        Rounding.PARTNERSHIP.percent(share.estimate()),
        Rounding.PARTNERSHIP.percent(interval.low()),
        Rounding.PARTNERSHIP.percent(interval.high()),
        Rounding.PARTNERSHIP.percent(share.standardError()),
        base,
        effectiveBase,
        Rounding.to((double) base / effectiveBase, 2),
        change,
        caveats);
  }

  static Observation of(Measure measure, Finding.Withheld withheld, List<String> caveats) {
    return new Observation(
        measure.id(),
        measure.series(),
        measure.theme(),
        measure.direction(),
        "percent",
        withheld.status(),
        withheld.reason(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        caveats);
  }
}
