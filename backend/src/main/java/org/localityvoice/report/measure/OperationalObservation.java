package org.localityvoice.report.measure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measure of a statement, as it leaves: null, with a status that says why, where there is no
 * figure.
 *
 * @param status OK, SUPPRESSED, NO_BASE or NOT_REACHED
 * @param value percent to one decimal, or whole hours
 * @param numerator of a share
 * @param denominator of a share; of a time the problems that were waited on
 */
public record OperationalObservation(
    String measureId,
    String seriesId,
    String theme,
    String direction,
    String unit,
    String status,
    @Nullable String suppressionReason,
    @Nullable Double value,
    @Nullable Integer numerator,
    @Nullable Integer denominator) {

  /** Every measure of these numbers. */
  static List<OperationalObservation> of(Numbers numbers) {
    return OperationalMeasure.all().stream()
        .map(
            measure ->
                measure
                    .share()
                    .map(share -> share(measure, share, numbers))
                    .orElseGet(() -> time(measure, numbers)))
        .toList();
  }

  private static OperationalObservation share(
      OperationalMeasure measure, Share share, Numbers numbers) {
    var numerator = numbers.count(share.numerator());
    var denominator = numbers.count(share.denominator());
    if (numerator.isEmpty() || denominator.isEmpty()) {
      return suppressed(measure);
    }
    return Share.percent(numerator.get(), denominator.get())
        .map(percent -> figure(measure, percent, numerator, denominator))
        .orElseGet(() -> none(measure, "NO_BASE", denominator));
  }

  private static OperationalObservation time(OperationalMeasure measure, Numbers numbers) {
    var time =
        numbers.times().stream()
            .filter(one -> one.id().equals(measure.figure()))
            .findFirst()
            .orElseThrow();
    var problems = numbers.count("problems");
    var reason = time.reason().orElse("");
    if (reason.equals(Numbers.SMALL)) {
      return suppressed(measure);
    }
    return time.hours()
        .map(hours -> figure(measure, hours, Optional.empty(), problems))
        .orElseGet(
            () ->
                none(
                    measure,
                    reason.equals(Quantile.Reason.NOT_REACHED.slug()) ? "NOT_REACHED" : "NO_BASE",
                    problems));
  }

  private static OperationalObservation suppressed(OperationalMeasure measure) {
    return of(measure, "SUPPRESSED", Numbers.SMALL, null, Optional.empty(), Optional.empty());
  }

  private static OperationalObservation none(
      OperationalMeasure measure, String status, Optional<Integer> denominator) {
    return of(measure, status, null, null, Optional.empty(), denominator);
  }

  private static OperationalObservation figure(
      OperationalMeasure measure,
      double value,
      Optional<Integer> numerator,
      Optional<Integer> denominator) {
    return of(measure, "OK", null, value, numerator, denominator);
  }

  private static OperationalObservation of(
      OperationalMeasure measure,
      String status,
      @Nullable String reason,
      @Nullable Double value,
      Optional<Integer> numerator,
      Optional<Integer> denominator) {
    return new OperationalObservation(
        measure.id(),
        measure.series(),
        OperationalMeasure.THEME,
        measure.direction(),
        measure.unit(),
        status,
        reason,
        value,
        numerator.orElse(null),
        denominator.orElse(null));
  }
}
