package org.localityvoice.report.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.report.measure.SmallNumbers.Shown;

/**
 * Somebody who has what was published and knows what adds up to what. Works by intervals and by
 * solving the equations, neither of which the program uses.
 */
final class Attack {
  private static final int UNKNOWN_MOST = 1_000_000;

  private final List<int[]> equations = new ArrayList<>();
  private final List<Optional<Integer>> values = new ArrayList<>();
  private final Map<String, Integer> places = new TreeMap<>();
  private int[] low = {};
  private int[] high = {};

  /**
   * An attack.
   *
   * @param rows empty when there is no table, or it was withheld
   */
  Attack(Sums sums, Shown total, Map<String, Shown> rows) {
    add("", sums, total);
    rows.forEach((row, shown) -> add(row + "/", sums, shown));
    var prefixes = new ArrayList<>(List.of(""));
    rows.keySet().forEach(row -> prefixes.add(row + "/"));
    for (var prefix : prefixes) {
      for (var part : sums.parts()) {
        if (!sums.leaf(part.id())) {
          var equation = equation();
          equation[places.get(prefix + part.id())] = -1;
          sums.parts().stream()
              .filter(child -> child.of().equals(part.id()))
              .forEach(child -> equation[places.get(prefix + child.id())] = 1);
        }
      }
    }
    if (!rows.isEmpty()) {
      for (var part : sums.parts()) {
        var equation = equation();
        equation[places.get(part.id())] = -1;
        rows.keySet().forEach(row -> equation[places.get(row + "/" + part.id())] = 1);
      }
    }
  }

  private void add(String prefix, Sums sums, Shown shown) {
    for (var part : sums.parts()) {
      places.put(prefix + part.id(), values.size());
      values.add(shown.of(part.id()));
    }
  }

  private int[] equation() {
    var equation = new int[values.size()];
    equations.add(equation);
    return equation;
  }

  /** Hidden numbers that can only be from 1 to 4, one value each, by intervals. */
  List<String> pinnedByIntervals() {
    low = values.stream().mapToInt(value -> value.orElse(0)).toArray();
    high = values.stream().mapToInt(value -> value.orElse(UNKNOWN_MOST)).toArray();
    for (var changed = true; changed; ) {
      changed = false;
      for (var equation : equations) {
        changed |= tighten(equation);
      }
    }
    return places.keySet().stream()
        .filter(name -> values.get(places.get(name)).isEmpty())
        .filter(name -> low[places.get(name)] == high[places.get(name)])
        .filter(name -> low[places.get(name)] > 0 && low[places.get(name)] < SmallNumbers.FEWEST)
        .toList();
  }

  private boolean tighten(int[] equation) {
    var changed = false;
    for (var i = 0; i < equation.length; i++) {
      if (equation[i] != 0) {
        var least = 0L;
        var most = 0L;
        for (var j = 0; j < equation.length; j++) {
          if (j != i && equation[j] != 0) {
            // Moved to the other side of the equation.
            var sign = -equation[j] * equation[i];
            least += sign > 0 ? low[j] : -(long) high[j];
            most += sign > 0 ? high[j] : -(long) low[j];
          }
        }
        var up = (int) Math.max(low[i], least);
        var down = (int) Math.min(high[i], most);
        changed |= up != low[i] || down != high[i];
        low[i] = up;
        high[i] = down;
      }
    }
    return changed;
  }

  /** Hidden numbers that the equations alone give away, with their values. */
  Map<String, Integer> solved() {
    var hidden = places.values().stream().filter(i -> values.get(i).isEmpty()).sorted().toList();
    var width = hidden.size();
    var rows = new ArrayList<double[]>();
    for (var equation : equations) {
      var row = new double[width + 1];
      for (var i = 0; i < equation.length; i++) {
        var at = hidden.indexOf(i);
        if (at >= 0) {
          row[at] = equation[i];
        } else {
          row[width] -= equation[i] * values.get(i).orElseThrow();
        }
      }
      rows.add(row);
    }
    var solutions = new TreeMap<String, Integer>();
    for (var row : reduced(rows, width)) {
      var unknown = 0;
      for (var i = 0; i < width; i++) {
        unknown += Math.abs(row[i]) > 1e-9 ? 1 : 0;
      }
      if (unknown == 1) {
        var at = first(row, width);
        var value = (int) Math.round(row[width] / row[at]);
        places.forEach(
            (name, place) -> {
              if (place.equals(hidden.get(at))) {
                solutions.put(name, value);
              }
            });
      }
    }
    return solutions;
  }

  /** Gauss and Jordan. */
  private static List<double[]> reduced(List<double[]> rows, int width) {
    var rank = 0;
    for (var column = 0; column < width && rank < rows.size(); column++) {
      var pivot = rank;
      for (var i = rank; i < rows.size(); i++) {
        if (Math.abs(rows.get(i)[column]) > Math.abs(rows.get(pivot)[column])) {
          pivot = i;
        }
      }
      if (Math.abs(rows.get(pivot)[column]) < 1e-9) {
        continue;
      }
      java.util.Collections.swap(rows, rank, pivot);
      var head = rows.get(rank);
      var by = head[column];
      Arrays.setAll(head, i -> head[i] / by);
      for (var i = 0; i < rows.size(); i++) {
        var row = rows.get(i);
        var times = row[column];
        if (i != rank && Math.abs(times) > 1e-12) {
          Arrays.setAll(row, j -> row[j] - times * head[j]);
        }
      }
      rank++;
    }
    return rows;
  }

  private static int first(double[] row, int width) {
    for (var i = 0; i < width; i++) {
      if (Math.abs(row[i]) > 1e-9) {
        return i;
      }
    }
    return -1;
  }
}
