package org.localityvoice.perception.disclosure;

import java.util.List;

/** Unknown numbers, some added and some taken away, and what that comes to. */
record Equation(List<Integer> plus, List<Integer> minus, int value) {
  Equation {
    plus = List.copyOf(plus);
    minus = List.copyOf(minus);
  }

  boolean holds(int[] numbers) {
    var sum = plus.stream().mapToInt(at -> numbers[at]).sum();
    return sum - minus.stream().mapToInt(at -> numbers[at]).sum() == value;
  }

  double[] row(int width) {
    var row = new double[width + 1];
    plus.forEach(at -> row[at] += 1);
    minus.forEach(at -> row[at] -= 1);
    row[width] = value;
    return row;
  }
}
