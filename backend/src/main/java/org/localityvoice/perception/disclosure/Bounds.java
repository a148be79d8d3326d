package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a reader of published sums can work out about sums that are not published. The unknown
 * numbers are integers of at least 0. A bound is believed only with its proof: whole numbers that
 * meet every published sum exactly. So arithmetic may at worst make a range look narrower than it
 * is, and never wider.
 */
final class Bounds {
  /** So often a fraction is split up into the whole numbers around it. */
  private static final int MOST_SPLITS = 60;

  private static final double WHOLE = 1e-5;

  private final List<Integer> truth = new ArrayList<>();
  private final List<Equation> known = new ArrayList<>();
  private Optional<Simplex> solver = Optional.empty();

  /** What a number may be, as far as a reader can tell. */
  record Range(int low, int high) {
    int width() {
      return high - low;
    }
  }

  /** One more number; answers its place. */
  int number(int value) {
    truth.add(value);
    return truth.size() - 1;
  }

  /** The sum of these numbers is published. */
  void sum(Collection<Integer> numbers) {
    known.add(new Equation(List.copyOf(numbers), List.of(), total(numbers)));
  }

  /** It is known that the sum of these numbers is no more than that. */
  void atMost(Collection<Integer> numbers, int most) {
    var parts = new ArrayList<>(numbers);
    parts.add(number(most - total(numbers)));
    known.add(new Equation(parts, List.of(), most));
  }

  /** It is known that one number is no greater than another. */
  void noGreater(int lesser, int greater) {
    var rest = number(truth.get(greater) - truth.get(lesser));
    known.add(new Equation(List.of(lesser, rest), List.of(greater), 0));
  }

  /** How small and how great the sum of these numbers may be; call it when all is said. */
  Range range(Collection<Integer> numbers) {
    var begin = solver.orElseGet(this::prepared);
    var objective = new double[truth.size()];
    numbers.forEach(at -> objective[at] = 1);
    var high = extreme(begin, objective, numbers);
    numbers.forEach(at -> objective[at] = -1);
    var low = extreme(begin, objective, numbers);
    return new Range(Math.min(low, total(numbers)), Math.max(high, total(numbers)));
  }

  private Simplex prepared() {
    // More than anybody would believe, so that what nothing is known about has an end as well.
    var all = new ArrayList<Integer>();
    for (var i = 0; i < truth.size(); i++) {
      all.add(i);
    }
    atMost(all, 2 * total(all) + 1_000);
    var fresh =
        Simplex.of(truth.size(), known)
            .orElseThrow(() -> new IllegalStateException("the true numbers meet the sums"));
    solver = Optional.of(fresh);
    return fresh;
  }

  private int extreme(Simplex begin, double[] objective, Collection<Integer> numbers) {
    return whole(begin, truth.size(), known, objective, new int[] {MOST_SPLITS})
        .filter(found -> Arrays.stream(found).allMatch(number -> number >= 0))
        .filter(found -> known.stream().allMatch(sum -> sum.holds(found)))
        .map(found -> numbers.stream().mapToInt(at -> found[at]).sum())
        .orElse(total(numbers));
  }

  /** The best whole numbers, or some good ones, by branch and bound. */
  private static Optional<int[]> whole(
      Simplex simplex, int unknowns, List<Equation> equations, double[] objective, int[] budget) {
    var found = simplex.maximise(objective);
    for (var i = 0; i < found.length; i++) {
      if (Math.abs(found[i] - Math.rint(found[i])) > WHOLE) {
        return budget[0]-- <= 0
            ? Optional.empty()
            : split(i, (int) Math.floor(found[i]), unknowns, equations, objective, budget);
      }
    }
    var numbers = new int[found.length];
    for (var i = 0; i < found.length; i++) {
      numbers[i] = (int) Math.rint(found[i]);
    }
    return Optional.of(numbers);
  }

  private static Optional<int[]> split(
      int at, int floor, int unknowns, List<Equation> equations, double[] objective, int[] budget) {
    var below = new Equation(List.of(at, unknowns), List.of(), floor);
    var above = new Equation(List.of(at), List.of(unknowns), floor + 1);
    var wide = Arrays.copyOf(objective, unknowns + 1);
    Optional<int[]> best = Optional.empty();
    for (var side : List.of(below, above)) {
      var more = new ArrayList<>(equations);
      more.add(side);
      var next =
          Simplex.of(unknowns + 1, more)
              .flatMap(simplex -> whole(simplex, unknowns + 1, more, wide, budget));
      if (next.isPresent()
          && best.filter(old -> value(old, wide) >= value(next.get(), wide)).isEmpty()) {
        best = next;
      }
    }
    return best;
  }

  private static double value(int[] numbers, double[] objective) {
    var value = 0.0;
    for (var i = 0; i < objective.length; i++) {
      value += objective[i] * numbers[i];
    }
    return value;
  }

  private int total(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(truth::get).sum();
  }
}
