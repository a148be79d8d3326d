package org.localityvoice.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.localityvoice.locality.Boxes;

/**
 * A search from a point outwards. It names the squares to look at, the nearest first; where a
 * square holds more than one look shows, its parts are looked at instead. A row is given out once
 * no square that is still to be looked at can hold a nearer one, so the order is exact.
 *
 * <p>Only in a square of the narrowest size is a look all there is: in a place of about 90 m across
 * with more listed reports than {@link #MOST_IN_NARROWEST}, those that changed last are found.
 */
final class Nearest {
  static final int MOST_IN_NARROWEST = 500;
  private static final int MOST_IN_WIDER = 30;
  private static final int MOST_BEGINNINGS = 16;
  private static final int AT_ONCE = 2;

  private final Point middle;
  private final double radius;
  private final NearMark after;
  private final PriorityQueue<Square> squares =
      new PriorityQueue<>(Comparator.comparingDouble(Square::metres));
  private final PriorityQueue<Found> rows = new PriorityQueue<>(Comparator.comparing(Found::mark));
  private final Set<String> known = new HashSet<>();

  /**
   * A search.
   *
   * @param radius in metres; nothing farther is found
   * @param after nothing at this place or before it is found
   */
  Nearest(Point middle, double radius, NearMark after) {
    this.middle = middle;
    this.radius = radius;
    this.after = after;
    Boxes.covering(middle.around(radius), MOST_BEGINNINGS).forEach(this::consider);
  }

  /** A square to look at, and how near its nearest point is. */
  record Square(String key, double metres) {}

  /** A row with its distance. */
  record Found(ReportRow row, NearMark mark) {}

  private void consider(String key) {
    var rectangle = Boxes.rectangle(key);
    var metres = middle.metresTo(rectangle);
    if (metres <= radius && farthest(rectangle) >= after.metres()) {
      squares.add(new Square(key, metres));
    }
  }

  private double farthest(Boxes.Rectangle rectangle) {
    // A little more than the farthest corner, which is as far as any point of the square.
    return 1
        + Math.max(
            Math.max(
                middle.metresTo(new Point(rectangle.south(), rectangle.west())),
                middle.metresTo(new Point(rectangle.south(), rectangle.east()))),
            Math.max(
                middle.metresTo(new Point(rectangle.north(), rectangle.west())),
                middle.metresTo(new Point(rectangle.north(), rectangle.east()))));
  }

  /** How many rows a look at a square should bring; one that brings fewer has seen all. */
  static int wanted(Square square) {
    return Boxes.parts(square.key()).isEmpty() ? MOST_IN_NARROWEST : MOST_IN_WIDER;
  }

  /** The squares to look at next: those at the front that are about as near as each other. */
  List<Square> next() {
    var front = new ArrayList<Square>();
    while (front.size() < AT_ONCE && !squares.isEmpty()) {
      var square = squares.element();
      if (!front.isEmpty() && square.metres() > nearestRow()) {
        break;
      }
      front.add(squares.remove());
    }
    return front;
  }

  private double nearestRow() {
    return rows.isEmpty() ? Double.MAX_VALUE : rows.element().mark().metres();
  }

  /** Takes what a look at a square has brought. */
  void seen(Square square, List<ReportRow> brought) {
    var parts = Boxes.parts(square.key());
    if (brought.size() >= wanted(square) && !parts.isEmpty()) {
      parts.forEach(this::consider);
      return;
    }
    for (var row : brought) {
      row.point()
          .map(point -> new NearMark(middle.metresTo(point), row.id()))
          .filter(mark -> mark.metres() <= radius && mark.compareTo(after) > 0)
          // A report that is moved while we look may be seen in two squares.
          .filter(mark -> known.add(row.id()))
          .ifPresent(mark -> rows.add(new Found(row, mark)));
    }
  }

  /** The next row, if it is certain to be the next. */
  Optional<Found> draw() {
    var certain =
        !rows.isEmpty() && (squares.isEmpty() || nearestRow() < squares.element().metres());
    return certain ? Optional.of(rows.remove()) : Optional.empty();
  }

  /** Whether everything has been given out. */
  boolean ended() {
    return rows.isEmpty() && squares.isEmpty();
  }

  /** Where to go on when the search is broken off here. */
  NearMark frontier() {
    var square = squares.isEmpty() ? radius : squares.element().metres();
    var nearer = new NearMark(Math.min(square, nearestRow()), "");
    return nearer.compareTo(after) > 0 ? nearer : after;
  }
}
