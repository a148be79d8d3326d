package org.localityvoice.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A two-way table of responses, by row and column, with the margins it is to be raked to. */
final class Table {
  private final int[][] responses;
  private final double[] rows;
  private final double[] columns;

  Table(int[][] responses, double[] rows, double[] columns) {
    this.responses = responses;
    this.rows = rows;
    this.columns = columns;
  }

  List<Group> groups() {
    var groups = new ArrayList<Group>();
    for (var r = 0; r < responses.length; r++) {
      for (var c = 0; c < responses[r].length; c++) {
        groups.add(new Group(List.of("c" + c, "r" + r), responses[r][c]));
      }
    }
    return groups;
  }

  Margins margins() {
    return new Margins(Map.of("column", population("c", columns), "row", population("r", rows)));
  }

  Weighting weighting() {
    return Weighting.of(groups(), margins(), Set.of());
  }

  /** The share of all that a cell has, once raked. */
  static double share(Weighting.Weights raked, int at) {
    return raked.weights().get(at) * raked.groups().get(at).n() / raked.n();
  }

  private static Map<String, Double> population(String name, double[] adults) {
    var map = new LinkedHashMap<String, Double>();
    for (var i = 0; i < adults.length; i++) {
      map.put(name + i, adults[i]);
    }
    return map;
  }
}
