package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simplex method in two phases on a dense tableau (G. B. Dantzig, "Linear Programming and
 * Extensions", 1963), with the rule that cannot run in circles (R. G. Bland, "New finite pivoting
 * rules for the simplex method", 1977). Unknowns are at least 0. Good for some hundred of them.
 */
final class Simplex {
  private static final double TINY = 1e-9;
  private static final double WRONG = 1e-6;
  private static final int MOST_STEPS = 20_000;

  private final List<double[]> rows;
  private final List<Integer> basis = new ArrayList<>();
  private int width;

  private Simplex(List<double[]> rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  /** Finds numbers that meet all equations; empty when there are none. */
  static Optional<Simplex> of(int unknowns, List<Equation> equations) {
    var width = unknowns + equations.size();
    var rows = new ArrayList<double[]>();
    var simplex = new Simplex(rows, width);
    var objective = new double[width];
    for (var i = 0; i < equations.size(); i++) {
      var row = equations.get(i).row(width);
      if (row[width] < 0) {
        for (var j = 0; j <= width; j++) {
          row[j] = -row[j];
        }
      }
      row[unknowns + i] = 1;
      objective[unknowns + i] = -1;
      rows.add(row);
      simplex.basis.add(unknowns + i);
    }
    simplex.climb(objective);
    return simplex.drop(unknowns) ? Optional.of(simplex) : Optional.empty();
  }

  /** Numbers that meet the equations and make the objective as great as it gets. */
  double[] maximise(double[] objective) {
    climb(objective);
    var numbers = new double[width];
    for (var i = 0; i < rows.size(); i++) {
      numbers[basis.get(i)] = rows.get(i)[width];
    }
    return numbers;
  }

  /** Takes the helpers of the first phase out; false when they were needed. */
  private boolean drop(int unknowns) {
    for (var i = rows.size() - 1; i >= 0; i--) {
      if (basis.get(i) >= unknowns) {
        if (rows.get(i)[width] > WRONG) {
          return false;
        }
        var column = 0;
        while (column < unknowns && Math.abs(rows.get(i)[column]) < TINY) {
          column++;
        }
        if (column < unknowns) {
          pivot(i, column);
        } else {
          rows.remove(i);
          basis.remove(i);
        }
      }
    }
    for (var i = 0; i < rows.size(); i++) {
      var row = new double[unknowns + 1];
      System.arraycopy(rows.get(i), 0, row, 0, unknowns);
      row[unknowns] = rows.get(i)[width];
      rows.set(i, row);
    }
    width = unknowns;
    return true;
  }

  private void climb(double[] objective) {
    for (var step = 0; step < MOST_STEPS; step++) {
      var column = entering(objective);
      var row = column < 0 ? -1 : leaving(column);
      if (row < 0) {
        return;
      }
      pivot(row, column);
    }
  }

  private int entering(double[] objective) {
    for (var j = 0; j < width; j++) {
      var gain = objective[j];
      for (var i = 0; i < rows.size(); i++) {
        gain -= objective[basis.get(i)] * rows.get(i)[j];
      }
      if (gain > TINY) {
        return j;
      }
    }
    return -1;
  }

  private int leaving(int column) {
    var best = -1;
    var least = Double.POSITIVE_INFINITY;
    for (var i = 0; i < rows.size(); i++) {
      var by = rows.get(i)[column];
      if (by > TINY) {
        var ratio = rows.get(i)[width] / by;
        var tie = best >= 0 && Math.abs(ratio - least) <= TINY;
        if (tie ? basis.get(i) < basis.get(best) : ratio < least) {
          best = i;
          least = ratio;
        }
      }
    }
    return best;
  }

  private void pivot(int at, int column) {
    var row = rows.get(at);
    var by = row[column];
    for (var j = 0; j <= width; j++) {
      row[j] /= by;
    }
    for (var i = 0; i < rows.size(); i++) {
      var other = rows.get(i);
      var times = other[column];
      if (i != at && times != 0) {
        for (var j = 0; j <= width; j++) {
          other[j] -= times * row[j];
        }
        other[column] = 0;
      }
    }
    basis.set(at, column);
  }
}
