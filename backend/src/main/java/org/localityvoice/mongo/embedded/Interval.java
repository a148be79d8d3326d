package org.localityvoice.mongo.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The values whose keys lie between two bounds, or begin with one of them. Lists of intervals are
 * sorted and do not overlap.
 */
record Interval(Key low, Key high) {
  static Interval point(Key value) {
    return new Interval(value, value);
  }

  boolean isPoint() {
    return low.equals(high);
  }

  boolean contains(Key value) {
    return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
  }

  Interval inverted() {
    return new Interval(high.inverted(), low.inverted());
  }

  /** The values in one of each. */
  static List<Interval> intersection(List<Interval> some, List<Interval> others) {
    List<Interval> result = new ArrayList<>();
    for (Interval a : some) {
      for (Interval b : others) {
        Key low = a.low.compareTo(b.low) >= 0 ? a.low : b.low;
        Key high = a.high.compareTo(b.high) <= 0 ? a.high : b.high;
        if (low.compareTo(high) <= 0) {
          result.add(new Interval(low, high));
        }
      }
    }
    return union(result);
  }

  /** The values in any of these. */
  static List<Interval> union(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.sort(Comparator.comparing(Interval::low));
    List<Interval> result = new ArrayList<>();
    for (Interval next : sorted) {
      Interval last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last == null || next.low.compareTo(last.high) > 0) {
        result.add(next);
      } else if (next.high.compareTo(last.high) > 0) {
        result.set(result.size() - 1, new Interval(last.low, next.high));
      }
    }
    return result;
  }
}
