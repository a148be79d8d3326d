package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out by trial what numbers of cells there can be that meet published sums. Knows nothing of
 * how the sums were chosen, and shares no code with the audit.
 */
public final class Attack {
  private static final int MOST_STEPS = 3_000_000;

  private final List<String> cells = new ArrayList<>();
  private final List<Set<String>> sets = new ArrayList<>();
  private final List<Integer> sums = new ArrayList<>();
  private int steps;

  /** The sum of these cells is published. */
  public Attack knows(Set<String> set, int sum) {
    sets.add(set);
    sums.add(sum);
    return this;
  }

  /** These cells exist, though no published sum may hold them. */
  public Attack plan(Set<String> all) {
    var more = new TreeSet<>(all);
    cells.forEach(more::remove);
    cells.addAll(more);
    return this;
  }

  /** The values that the sum of some cells may have, the smallest and the greatest up to most. */
  public Optional<int[]> range(Set<String> target, int most) {
    sets.forEach(this::plan);
    plan(target);
    var low = first(target, 0, 1, most);
    if (low.isEmpty()) {
      return Optional.empty();
    }
    return first(target, most, -1, most).map(high -> new int[] {low.get(), high});
  }

  /** Whether two values are possible that lie at least so far apart. */
  public boolean wide(Set<String> target, int width, int most) {
    sets.forEach(this::plan);
    plan(target);
    var low = first(target, 0, 1, most).orElseThrow();
    return first(target, low + width, 1, low + 2 * width).isPresent();
  }

  private Optional<Integer> first(Set<String> target, int from, int step, int most) {
    for (var value = from; value >= 0 && value <= most; value += step) {
      if (possible(target, value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private boolean possible(Set<String> target, int value) {
    var everything = new ArrayList<>(sets);
    everything.add(target);
    var left = new ArrayList<>(sums);
    left.add(value);
    // Cells of few sums last: what remains for them follows.
    var order = new LinkedHashSet<String>();
    everything.stream()
        .sorted((a, b) -> Integer.compare(a.size(), b.size()))
        .forEach(set -> order.addAll(new TreeSet<>(set)));
    steps = 0;
    return fill(new ArrayList<>(order), 0, everything, left);
  }

  private boolean fill(List<String> order, int at, List<Set<String>> all, List<Integer> left) {
    if (++steps > MOST_STEPS) {
      throw new IllegalStateException("too large to try everything");
    }
    if (at == order.size()) {
      return left.stream().allMatch(rest -> rest == 0);
    }
    var cell = order.get(at);
    var most = Integer.MAX_VALUE;
    var least = 0;
    for (var i = 0; i < all.size(); i++) {
      if (all.get(i).contains(cell)) {
        most = Math.min(most, left.get(i));
        if (last(order, at, all.get(i))) {
          least = Math.max(least, left.get(i));
        }
      }
    }
    for (var value = most; value >= least; value--) {
      take(all, left, cell, value);
      var found = fill(order, at + 1, all, left);
      take(all, left, cell, -value);
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean last(List<String> order, int at, Set<String> set) {
    return order.subList(at + 1, order.size()).stream().noneMatch(set::contains);
  }

  private static void take(List<Set<String>> all, List<Integer> left, String cell, int value) {
    for (var i = 0; i < all.size(); i++) {
      if (all.get(i).contains(cell)) {
        left.set(i, left.get(i) - value);
      }
    }
  }

  /** The sum of these cells, where only one is possible. */
  public Optional<Integer> solved(Set<String> target, int most) {
    return range(target, most).filter(range -> range[0] == range[1]).map(range -> range[0]);
  }
}
