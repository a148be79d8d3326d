package org.localityvoice.report.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.report.measure.SmallNumbers.Shown;

/**
 * Figures as they are told: exact ones, or with small numbers hidden.
 *
 * @param counts by id, in their order; one that is hidden has no value
 * @param times in their order
 */
record Numbers(Map<String, Optional<Integer>> counts, List<Time> times) {
  /** Why a number is not told: it is small, or a small one could be worked out of it. */
  static final String SMALL = "small-number";

  Numbers {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    times = List.copyOf(times);
  }

  /**
   * A time within which a share of the waits is over.
   *
   * @param hours calendar time; absent where there is none, or it is hidden
   * @param reason why it is absent
   * @param atRisk how many had waited so long; told to staff only
   */
  record Time(
      String id, Optional<Double> hours, Optional<String> reason, Optional<Integer> atRisk) {
    private static Time exact(String id, Quantile quantile) {
      if (quantile instanceof Quantile.Reached reached) {
        return new Time(
            id, Optional.of(reached.hours()), Optional.empty(), Optional.of(reached.atRisk()));
      }
      return none(id, ((Quantile.Unknown) quantile).reason().slug());
    }

    private static Time whole(String id, Quantile quantile) {
      return quantile instanceof Quantile.Reached reached
          ? new Time(id, Optional.of(reached.wholeHours()), Optional.empty(), Optional.empty())
          : exact(id, quantile);
    }

    private static Time none(String id, String reason) {
      return new Time(id, Optional.empty(), Optional.of(reason), Optional.empty());
    }
  }

  /** Everything, as it is. */
  static Numbers exact(Figures figures) {
    var counts = new LinkedHashMap<String, Optional<Integer>>();
    counts.put("reports", Optional.of(figures.reports()));
    counts.put(MeasureCell.DUPLICATE.slug(), Optional.of(figures.in(MeasureCell.DUPLICATE)));
    figures.problems().forEach((id, count) -> counts.put(id, Optional.of(count)));
    counts.put("people", Optional.of(figures.people()));
    figures.questions().forEach((id, count) -> counts.put(id, Optional.of(count)));
    counts.put("answers-volunteered", Optional.of(figures.followUps().volunteered()));
    var times = new ArrayList<Time>();
    times.add(Time.exact("first-answer-median", figures.answer().median()));
    times.add(Time.exact("first-answer-p90", figures.answer().ninetieth()));
    times.add(Time.exact("confirmed-fix-median", figures.fix().median()));
    times.add(Time.exact("confirmed-fix-p90", figures.fix().ninetieth()));
    return new Numbers(counts, times);
  }

  /** What of a total may leave the partnership. */
  static Numbers shown(Figures figures) {
    var problems = SmallNumbers.total(Sums.PROBLEMS, figures.problems());
    var counts = counts(Sums.PROBLEMS, problems);
    var enough = problems.of("problems").isPresent();
    counts.put(
        "people",
        Optional.of(figures.people()).filter(n -> enough && (n == 0 || n >= SmallNumbers.FEWEST)));
    counts.putAll(counts(Sums.QUESTIONS, SmallNumbers.total(Sums.QUESTIONS, figures.questions())));
    var confirmed = problems.of(MeasureCell.CONFIRMED.slug()).isPresent();
    var times = new ArrayList<Time>();
    times.addAll(times("first-answer", figures.answer(), enough));
    times.addAll(times("confirmed-fix", figures.fix(), enough && confirmed));
    return new Numbers(counts, times);
  }

  /** What of the groups may leave besides the total; empty when nothing may. Counts only. */
  static Optional<Map<String, Numbers>> shown(Measured measured) {
    var total = measured.total().problems();
    var rows = new TreeMap<String, Map<String, Integer>>();
    measured
        .groups()
        .forEach(
            (group, figures) -> {
              // A group of nothing but duplicates has no problems.
              if (figures.originals() > 0) {
                rows.put(group, figures.problems());
              }
            });
    return SmallNumbers.rows(Sums.PROBLEMS, total, SmallNumbers.total(Sums.PROBLEMS, total), rows)
        .map(
            shown -> {
              var numbers = new TreeMap<String, Numbers>();
              shown.forEach(
                  (group, row) ->
                      numbers.put(group, new Numbers(counts(Sums.PROBLEMS, row), List.of())));
              return numbers;
            });
  }

  private static Map<String, Optional<Integer>> counts(Sums sums, Shown shown) {
    var counts = new LinkedHashMap<String, Optional<Integer>>();
    sums.parts().forEach(part -> counts.put(part.id(), shown.of(part.id())));
    return counts;
  }

  /** A median of a handful of waits would be the wait of one of them. */
  private static List<Time> times(String id, Times times, boolean enough) {
    var few = times.over() > 0 && times.over() < SmallNumbers.FEWEST;
    if (!enough || few) {
      return List.of(Time.none(id + "-median", SMALL), Time.none(id + "-p90", SMALL));
    }
    return List.of(
        Time.whole(id + "-median", times.median()), Time.whole(id + "-p90", times.ninetieth()));
  }

  /** A count, unless it is hidden or not among these. */
  Optional<Integer> count(String id) {
    return counts.getOrDefault(id, Optional.empty());
  }

  /** Whether it is told, or would be if it were not small. */
  boolean has(String id) {
    return counts.containsKey(id);
  }
}
