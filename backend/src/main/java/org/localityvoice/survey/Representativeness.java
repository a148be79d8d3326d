package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.estimate.Interval;
import org.localityvoice.survey.EffectiveBase.Answered;

/**
 * How well those who have answered stand for everybody: from counts of people alone, never from an
 * answer. Pure.
 *
 * <p>Why it gives nobody away. It is for managers and performance officers, but they may look twice
 * and subtract. So shares are rounded to five points; an option with fewer than ten answers has
 * none, and is left out of the sum that the others are shares of, or it would show in theirs; the
 * score is made of the rounded shares, so it holds nothing that they do not; the number of answers
 * is rounded down to tens and their worth to fives; and that worth is left out as long as any
 * option is below ten, when it would move with single people. What two looks can show is that some
 * answers of a group have come, and not which or what they say.
 *
 * @param responses rounded down to tens
 * @param effectiveBase rounded down to fives; see {@link EffectiveBase}
 */
record Representativeness(
    Status status,
    int responses,
    Optional<Integer> effectiveBase,
    Optional<Integer> efficiency,
    Optional<Double> halfWidth,
    List<Margin> margins,
    Optional<Advice> advice) {
  static final int FEWEST = 10;
  static final int MORE = 40;
  private static final int STEP = 5;
  private static final double PERCENT = 100;

  /** Whether there is an effective base, and if not, why. */
  enum Status {
    OK,
    TOO_FEW,
    GROUP_TOO_SMALL,
    NOT_CONVERGED
  }

  /** A margin: its score in percent, and its options. */
  record Margin(String stratum, int score, List<Share> options) {
    Margin {
      options = List.copyOf(options);
    }
  }

  /** An option's share of the population and, from ten answers, of the answers; in percent. */
  record Share(String option, int population, Optional<Integer> answers) {}

  /**
   * Whose answers would help most.
   *
   * @param answers how many more
   * @param points by how much half of the interval of a figure near 50 % would shrink
   */
  record Advice(String stratum, String option, int answers, Optional<Double> points) {}

  Representativeness {
    margins = List.copyOf(margins);
  }

  /**
   * The meter.
   *
   * @param margins adults by option, by stratum
   */
  static Representativeness of(List<Answered> groups, Map<String, Map<String, Long>> margins) {
    var n = (double) groups.stream().mapToLong(Answered::n).sum();
    if (n < FEWEST) {
      return without(Status.TOO_FEW, 0, List.of(), Optional.empty());
    }
    var shown = new ArrayList<Margin>();
    margins.forEach((stratum, adults) -> shown.add(margin(stratum, adults, groups)));
    var small = smallest(shown);
    if (small.isPresent()) {
      return without(Status.GROUP_TOO_SMALL, down(n, FEWEST), shown, small);
    }
    var base = EffectiveBase.of(groups, margins);
    if (base.isEmpty()) {
      return without(Status.NOT_CONVERGED, down(n, FEWEST), shown, Optional.empty());
    }
    return new Representativeness(
        Status.OK,
        down(n, FEWEST),
        Optional.of(down(base.get(), STEP)),
        Optional.of(near(PERCENT * base.get() / n)),
        Optional.of(halves(halfWidth(base.get()))),
        shown,
        advice(groups, margins, base.get()));
  }

  private static Representativeness without(
      Status status, int n, List<Margin> margins, Optional<Advice> advice) {
    return new Representativeness(
        status, n, Optional.empty(), Optional.empty(), Optional.empty(), margins, advice);
  }

  private static Margin margin(String stratum, Map<String, Long> adults, List<Answered> groups) {
    var counts = new LinkedHashMap<String, Double>();
    adults.keySet().forEach(option -> counts.put(option, 0.0));
    groups.forEach(
        group -> counts.computeIfPresent(group.option(stratum), (o, n) -> n + group.n()));
    counts.replaceAll((option, count) -> count < FEWEST ? 0 : count);
    var answers = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    var all = (double) adults.values().stream().mapToLong(Long::longValue).sum();
    var shares = new ArrayList<Share>();
    var apart = 0.0;
    for (var option : adults.entrySet()) {
      double count = counts.getOrDefault(option.getKey(), 0.0);
      var population = PERCENT * option.getValue() / all;
      Optional<Integer> share =
          count == 0 ? Optional.empty() : Optional.of(near(PERCENT * count / answers));
      apart += Math.abs(share.orElse(0) - population);
      shares.add(new Share(option.getKey(), (int) Math.round(population), share));
    }
    var score = (int) Math.round(Math.max(0, PERCENT - apart / 2));
    return new Margin(stratum, score, shares);
  }

  /** Of the options that are too small, the one that is the largest in the population. */
  private static Optional<Advice> smallest(List<Margin> margins) {
    Optional<Advice> found = Optional.empty();
    var most = -1;
    for (var margin : margins) {
      for (var share : margin.options()) {
        if (share.answers().isEmpty() && share.population() > most) {
          most = share.population();
          found =
              Optional.of(new Advice(margin.stratum(), share.option(), FEWEST, Optional.empty()));
        }
      }
    }
    return found;
  }

  private static Optional<Advice> advice(
      List<Answered> groups, Map<String, Map<String, Long>> margins, double base) {
    Optional<Advice> best = Optional.empty();
    var most = 0.0;
    for (var margin : margins.entrySet()) {
      for (var option : margin.getValue().keySet()) {
        var then = later(groups, margins, margin.getKey(), option);
        var gain = then.map(worth -> halfWidth(base) - halfWidth(worth)).orElse(0.0);
        if (gain > most) {
          most = gain;
          best = Optional.of(new Advice(margin.getKey(), option, MORE, Optional.of(halves(gain))));
        }
      }
    }
    return best.filter(advice -> advice.points().orElse(0.0) > 0);
  }

  /** The effective base with more answers of one option, spread as those that are there. */
  private static Optional<Double> later(
      List<Answered> groups,
      Map<String, Map<String, Long>> margins,
      String stratum,
      String option) {
    var there =
        groups.stream()
            .filter(group -> group.option(stratum).equals(option))
            .mapToLong(Answered::n)
            .sum();
    if (there == 0) {
      return Optional.empty();
    }
    // All counts are taken so many times that the spread answers are whole; the base is as well.
    var more =
        groups.stream()
            .map(
                group ->
                    new Answered(
                        group.strata(),
                        group.n() * (group.option(stratum).equals(option) ? there + MORE : there)))
            .toList();
    return EffectiveBase.of(more, margins).map(base -> base / there);
  }

  /** Half of a 95 % interval near 50 %, in points. */
  private static double halfWidth(double base) {
    return PERCENT * Interval.Z * Math.sqrt(0.25 / base);
  }

  private static int down(double value, int step) {
    return (int) Math.floor(value / step) * step;
  }

  private static int near(double percent) {
    return (int) Math.round(percent / STEP) * STEP;
  }

  private static double halves(double points) {
    return Math.round(2 * points) / 2.0;
  }
}
