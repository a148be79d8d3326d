package org.localityvoice.walkabout.grading;

import java.util.Collection;
import java.util.Optional;

/**
 * How far two gradings of the same transects agree beyond chance: Cohen's kappa with quadratic
 * weights (Cohen, Psychological Bulletin 70, 1968) over the seven points. 1 is full agreement, 0
 * what chance would bring, below 0 less than that.
 *
 * @param value absent when {@code withheld} says why
 * @param pairs that were counted
 * @param notApplicable pairs left out since one of the two said that the element does not apply
 * @param withheld why there is no value
 */
public record WeightedKappa(
    Optional<Double> value, int pairs, int notApplicable, Optional<Withheld> withheld) {
  /** Fewer pairs are not enough. */
  public static final int FEWEST = 10;

  /** Why there is no value. */
  public enum Withheld {
    /** There are fewer than {@link #FEWEST} pairs. */
    TOO_FEW_PAIRS,
    /** Both gave every transect the same one grade, so chance would agree as well. */
    NO_SPREAD
  }

  /**
   * Two grades of the same transect and element, by different graders.
   *
   * @param first of the walkabout
   * @param second of its blind re-walk
   */
  public record Pair(Grade first, Grade second) {
    boolean applies() {
      return first.applies() && second.applies();
    }
  }

  /** Works it out. */
  public static WeightedKappa of(Collection<Pair> all) {
    var counted = all.stream().filter(Pair::applies).toList();
    var leftOut = all.size() - counted.size();
    if (counted.size() < FEWEST) {
      return without(counted.size(), leftOut, Withheld.TOO_FEW_PAIRS);
    }
    var table = new int[Grade.POINTS][Grade.POINTS];
    counted.forEach(pair -> table[pair.first().point()][pair.second().point()]++);
    var expected = expected(table);
    if (expected == 0) {
      return without(counted.size(), leftOut, Withheld.NO_SPREAD);
    }
    var value = 1 - (double) observed(table) * counted.size() / expected;
    return new WeightedKappa(Optional.of(value), counted.size(), leftOut, Optional.empty());
  }

  private static WeightedKappa without(int pairs, int leftOut, Withheld why) {
    return new WeightedKappa(Optional.empty(), pairs, leftOut, Optional.of(why));
  }

  /** The squared distances of all pairs. The scale of the weights cancels out. */
  private static long observed(int[][] table) {
    long sum = 0;
    for (var i = 0; i < table.length; i++) {
      for (var j = 0; j < table.length; j++) {
        sum += (long) (i - j) * (i - j) * table[i][j];
      }
    }
    return sum;
  }

  /** The same for every first grade with every second one: the number of pairs times chance. */
  private static long expected(int[][] table) {
    var rows = new long[table.length];
    var columns = new long[table.length];
    for (var i = 0; i < table.length; i++) {
      for (var j = 0; j < table.length; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
      }
    }
    long sum = 0;
    for (var i = 0; i < table.length; i++) {
      for (var j = 0; j < table.length; j++) {
        sum += (long) (i - j) * (i - j) * rows[i] * columns[j];
      }
    }
    return sum;
  }
}
