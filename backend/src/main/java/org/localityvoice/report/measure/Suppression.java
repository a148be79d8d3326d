package org.localityvoice.report.measure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** Hides numbers of one table until nobody can work a small one out; see {@link SmallNumbers}. */
final class Suppression {
  private static final Comparator<Edge> SMALLEST_PART =
      Comparator.<Edge, Boolean>comparing(edge -> edge.sum)
          .thenComparing(edge -> edge.value)
          .thenComparing(edge -> edge.part.id())
          .thenComparing(edge -> edge.row);

  private final Circulation circulation;
  private final Queue<Edge> unsure = new ArrayDeque<>();

  private Suppression(Circulation circulation) {
    this.circulation = circulation;
  }

  /** Hides what must be hidden; false when even that is not enough. */
  static boolean protect(List<Edge> edges) {
    var suppression = new Suppression(new Circulation(edges));
    edges.stream().filter(Suppression::small).forEach(suppression::hide);
    edges.stream()
        .filter(edge -> edge.hidden && (small(edge) || edge.highest < SmallNumbers.FEWEST))
        .forEach(suppression.unsure::add);
    return suppression.protect();
  }

  private boolean protect() {
    while (!unsure.isEmpty()) {
      var edge = unsure.remove();
      while (circulation.others(edge, SmallNumbers.OTHERS) < SmallNumbers.OTHERS) {
        if (!hideMore(edge)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean small(Edge edge) {
    return edge.value > 0 && edge.value < SmallNumbers.FEWEST;
  }

  private void hide(Edge edge) {
    if (edge.fixed) {
      return;
    }
    edge.hidden = true;
    if (edge.part.whole()) {
      // Of a small group nothing is told, not even what it has none of.
      circulation.edges().stream()
          .filter(other -> other.row.equals(edge.row))
          .forEach(
              other -> {
                other.hidden = true;
                other.lowest = other == edge ? 1 : 0;
                other.highest = SmallNumbers.FEWEST - 1;
              });
    }
  }

  private boolean hideMore(Edge edge) {
    return hideSmallest(edge, edge.from, circulation.bounds(edge, true, SmallNumbers.OTHERS))
        || hideSmallest(edge, edge.to, circulation.bounds(edge, false, SmallNumbers.OTHERS))
        || hideZeros(circulation.at(edge.from))
        || hideZeros(circulation.at(edge.to));
  }

  /** Prefers what leads to the end at once, then parts to sums, then the smallest. */
  private static boolean hideSmallest(Edge edge, int end, Collection<Edge> among) {
    var found =
        among.stream()
            .filter(other -> other != edge && !other.fixed && other.value > 0)
            .min(
                Comparator.<Edge, Boolean>comparing(other -> !other.touches(end))
                    .thenComparing(SMALLEST_PART));
    found.ifPresent(other -> other.hidden = true);
    return found.isPresent();
  }

  /** Where everything else that adds up is hidden, what there is none of goes as well, once. */
  private static boolean hideZeros(Collection<Edge> sum) {
    var parts = sum.stream().filter(edge -> !edge.sum && !edge.fixed).toList();
    var more = parts.stream().anyMatch(edge -> !edge.hidden || edge.lowest > 0);
    parts.forEach(
        edge -> {
          edge.hidden = true;
          edge.lowest = 0;
        });
    return more;
  }
}
