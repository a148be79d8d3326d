package org.localityvoice.report.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What can be worked out of numbers that add up. Each number flows along an edge, and every sum
 * says that what flows into a point flows out of it again; so the values that a hidden number may
 * have, as far as the visible ones tell, are those that it has in some circulation. How far it can
 * rise or fall is a maximum flow through the other hidden edges (L. R. Ford and D. R. Fulkerson,
 * "Flows in Networks", 1962), which is exact, also for what several sums say together.
 */
final class Circulation {
  private final List<Edge> edges;
  private final Map<Integer, List<Edge>> at = new HashMap<>();
  private final Map<Edge, Integer> changes = new HashMap<>();

  Circulation(List<Edge> edges) {
    this.edges = List.copyOf(edges);
    for (var edge : edges) {
      at.computeIfAbsent(edge.from, fresh -> new ArrayList<>()).add(edge);
      at.computeIfAbsent(edge.to, fresh -> new ArrayList<>()).add(edge);
    }
  }

  List<Edge> edges() {
    return edges;
  }

  /** The numbers that one sum is about. */
  List<Edge> at(int point) {
    return at.getOrDefault(point, List.of());
  }

  /**
   * How many values a hidden number may have besides its own.
   *
   * @param most to count; what is beyond does not matter
   */
  int others(Edge edge, int most) {
    var up = flow(edge, true, Math.min(most, edge.room(true)));
    return up + flow(edge, false, Math.min(most - up, edge.room(false)));
  }

  /**
   * The visible numbers of which one more must be hidden before a hidden one can rise or fall any
   * further: those between the points that its change can reach and the rest (the minimum cut).
   * Empty when they are not what holds it.
   */
  List<Edge> bounds(Edge edge, boolean rising, int most) {
    flow(edge, rising, Math.min(most, edge.room(rising)));
    var end = rising ? edge.from : edge.to;
    var reached = reached(edge, rising ? edge.to : edge.from, end);
    if (reached.contains(end)) {
      return List.of();
    }
    return edges.stream()
        .filter(
            other -> !other.hidden && reached.contains(other.from) != reached.contains(other.to))
        .toList();
  }

  /** How much of a change the other hidden numbers can make up for. */
  private int flow(Edge edge, boolean rising, int most) {
    changes.clear();
    var begin = rising ? edge.to : edge.from;
    var end = rising ? edge.from : edge.to;
    var done = 0;
    while (done < most && step(edge, begin, end)) {
      done++;
    }
    return done;
  }

  /** Sends one more unit on a shortest way, if there is one. */
  private boolean step(Edge without, int begin, int end) {
    var through = ways(without, begin, end);
    if (!through.containsKey(end)) {
      return false;
    }
    var point = end;
    while (point != begin) {
      var edge = Objects.requireNonNull(through.get(point), "a way has no gaps");
      changes.merge(edge, edge.to == point ? 1 : -1, Integer::sum);
      point = edge.across(point);
    }
    return true;
  }

  private Set<Integer> reached(Edge without, int begin, int end) {
    var reached = new HashSet<>(ways(without, begin, end).keySet());
    reached.add(begin);
    return reached;
  }

  /** The points that can be reached, each with the edge it is reached by, as far as the end. */
  private Map<Integer, Edge> ways(Edge without, int begin, int end) {
    var through = new HashMap<Integer, Edge>();
    var reached = new ArrayDeque<Integer>(List.of(begin));
    while (!reached.isEmpty() && !through.containsKey(end)) {
      var point = reached.remove();
      for (var edge : at(point)) {
        var next = edge.across(point);
        if (edge != without && next != begin && !through.containsKey(next) && open(edge, point)) {
          through.put(next, edge);
          reached.add(next);
        }
      }
    }
    return through;
  }

  private boolean open(Edge edge, int point) {
    var change = changes.getOrDefault(edge, 0);
    return edge.from == point ? edge.room(true) > change : edge.room(false) > -change;
  }
}
