package org.localityvoice.report.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Disclosure control by cell suppression. A number from 1 to 4 is hidden, and with it as many
 * others, the smallest parts first, as it takes that nobody can narrow a hidden small number down
 * to fewer than four values, by whatever sums. A 0 stays, because it says nothing of anybody who is
 * counted; except in a group of fewer than five, of which nothing is told, and where a sum has
 * nothing else left to hide behind. A table that cannot be made safe is withheld whole. The totals
 * are protected first and without any table, so that they are the same in every table.
 */
final class SmallNumbers {
  /** The smallest count that is published, other than 0. */
  static final int FEWEST = 5;

  /** So many values besides the true one must remain possible for a number that is hidden. */
  static final int OTHERS = 3;

  private static final String TOTAL = "";
  private static final String SOURCE = "";

  private final Sums sums;
  private final Map<String, Integer> points = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  private SmallNumbers(Sums sums) {
    this.sums = sums;
  }

  /** Numbers as they are published; a hidden one has no value. */
  record Shown(Map<String, Optional<Integer>> numbers) {
    Shown {
      numbers = Map.copyOf(numbers);
    }

    /** The number of that id, unless it is hidden. */
    Optional<Integer> of(String id) {
      return numbers.getOrDefault(id, Optional.empty());
    }
  }

  /** What of the numbers of everything together may be published. */
  static Shown total(Sums sums, Map<String, Integer> numbers) {
    var table = new SmallNumbers(sums);
    for (var part : sums.parts()) {
      var to = sums.leaf(part.id()) ? SOURCE : part.id();
      table.add(TOTAL, part, part.of(), to, numbers, false);
    }
    if (!Suppression.protect(table.edges)) {
      table.edges.forEach(edge -> edge.hidden = true);
    }
    return shown(table.edges);
  }

  /**
   * What may be published of groups besides the totals.
   *
   * @param total the numbers of everything together
   * @param totals what {@link #total} says of them
   * @param rows the numbers of each group, which add up to the total
   * @return empty when nothing may
   */
  static Optional<Map<String, Shown>> rows(
      Sums sums, Map<String, Integer> total, Shown totals, Map<String, Map<String, Integer>> rows) {
    var whole = sums.parts().get(0).id();
    if (total.getOrDefault(whole, 0) > 0 && totals.of(whole).isEmpty()) {
      return Optional.empty();
    }
    var table = new SmallNumbers(sums);
    new TreeMap<>(rows).forEach(table::addRow);
    table.addTotals(total, totals);
    if (!Suppression.protect(table.edges)) {
      return Optional.empty();
    }
    var shown = new HashMap<String, Shown>();
    rows.keySet()
        .forEach(
            row ->
                shown.put(
                    row,
                    shown(
                        table.edges.stream()
                            .filter(edge -> edge.row.equals("row " + row))
                            .toList())));
    return Optional.of(shown);
  }

  private void addRow(String row, Map<String, Integer> numbers) {
    for (var part : sums.parts()) {
      var from = part.whole() ? SOURCE : "row " + row + " " + part.of();
      var leaf = sums.leaf(part.id());
      var to = leaf ? "column " + part.id() : "row " + row + " " + part.id();
      add("row " + row, part, from, to, numbers, false);
    }
  }

  /** The totals flow back, so that each column is a sum at a point as well. */
  private void addTotals(Map<String, Integer> total, Shown totals) {
    for (var part : sums.parts()) {
      var from = (sums.leaf(part.id()) ? "column " : "total ") + part.id();
      var to = part.whole() ? SOURCE : "total " + part.of();
      add(TOTAL, part, from, to, total, true).hidden = totals.of(part.id()).isEmpty();
    }
  }

  private Edge add(
      String row,
      Sums.Part part,
      String from,
      String to,
      Map<String, Integer> numbers,
      boolean fixed) {
    var value = numbers.getOrDefault(part.id(), 0);
    var edge = new Edge(row, part, point(from), point(to), value, !sums.leaf(part.id()), fixed);
    edges.add(edge);
    return edge;
  }

  private int point(String name) {
    var next = points.size();
    return points.computeIfAbsent(name, fresh -> next);
  }

  private static Shown shown(Collection<Edge> edges) {
    var numbers = new HashMap<String, Optional<Integer>>();
    edges.forEach(
        edge ->
            numbers.put(edge.part.id(), edge.hidden ? Optional.empty() : Optional.of(edge.value)));
    return new Shown(numbers);
  }
}
