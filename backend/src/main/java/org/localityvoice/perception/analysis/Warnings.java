package org.localityvoice.perception.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Weighting.Weights;

/** What the reader of results should know besides; none of it changes a figure. Pure. */
final class Warnings {
  /** Trimming that moves a margin by more than this many points is not to be published. */
  private static final double MOST_POINTS = 2;

  /**
   * Margins from different sources differ a little; by more than this share one of them is wrong.
   */
  private static final double MOST_APART = 0.01;

  private Warnings() {}

  static List<String> of(
      ResponseFile file, Margins margins, Analysis analysis, List<WaveResult> waves) {
    var all = new ArrayList<String>();
    if (!file.unused().isEmpty()) {
      all.add("not used: the columns " + String.join(", ", file.unused()) + ".");
    }
    apart(margins, all);
    if (file.answers().noneCounts()) {
      all.add(
          "no answer is one of --positive "
              + quoted(analysis.positive().stream().sorted().toList())
              + ", so every share is 0; the answers in the base are "
              + quoted(file.answers().others())
              + ".");
    }
    waves.forEach(
        wave ->
            wave.weights()
                .filter(Warnings::trimmedTooFar)
                .ifPresent(
                    weights ->
                        all.add(
                            "the cap moves a margin of wave "
                                + wave.wave()
                                + " by 2 points or more; merge categories rather than publish"
                                + " this.")));
    return List.copyOf(all);
  }

  private static boolean trimmedTooFar(Weights weights) {
    return weights.cappedRespondents() > 0 && 100 * weights.maxMarginDeviation() >= MOST_POINTS;
  }

  private static void apart(Margins margins, List<String> all) {
    var sums = margins.dimensions().stream().mapToDouble(margins::sum).summaryStatistics();
    if (sums.getMax() - sums.getMin() > MOST_APART * sums.getMax()) {
      all.add(
          "the margins differ by more than 1 % in how many adults there are: "
              + margins.dimensions().stream()
                  .map(dimension -> dimension + " " + number(margins.sum(dimension)))
                  .collect(Collectors.joining(", "))
              + "; only the shares within each are used.");
    }
  }

  private static String number(double adults) {
    return BigDecimal.valueOf(adults)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String quoted(List<String> values) {
    return values.stream().map(CsvFault::quoted).collect(Collectors.joining(", "));
  }
}
