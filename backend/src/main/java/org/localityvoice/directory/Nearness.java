package org.localityvoice.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.directory.SearchStore.Placed;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Boxes.Rectangle;
import org.localityvoice.locality.Distance;

/** Which services are how near. Pure. */
final class Nearness {
  private static final int MOST_SQUARES = 100;
  private static final double METRES_A_DEGREE = 111_000;
  private static final double MILLI = 1_000;

  private Nearness() {}

  /** A service at a distance, in millimetres, so that few are equally far. */
  record Far(long millimetres, String id) implements Comparable<Far> {
    private static final Comparator<Far> ORDER =
        Comparator.comparingLong(Far::millimetres).thenComparing(Far::id);

    @Override
    public int compareTo(Far other) {
      return ORDER.compare(this, other);
    }

    int metres() {
      return (int) (millimetres / 1000);
    }
  }

  /**
   * A square of the map to look in.
   *
   * @param nearest how far its nearest point is, in millimetres
   * @param farthest likewise
   */
  record Square(String token, long nearest, long farthest) {}

  /**
   * The squares that a circle lies in, the nearest first.
   *
   * @param after how far the last page went: what lies nearer was told before
   */
  static List<Square> squares(Point middle, int metres, Optional<Far> after) {
    var up = metres / METRES_A_DEGREE;
    var aside = up / Math.max(0.01, Math.cos(Math.toRadians(middle.latitude())));
    var around =
        new Rectangle(
            Math.max(-180, middle.longitude() - aside),
            Math.max(-90, middle.latitude() - up),
            Math.min(180, middle.longitude() + aside),
            Math.min(90, middle.latitude() + up));
    var from = after.map(Far::millimetres).orElse(0L);
    return Boxes.covering(around, MOST_SQUARES).stream()
        .map(key -> square(key, middle))
        .filter(square -> square.farthest() >= from && square.nearest() <= metres * MILLI)
        .sorted(Comparator.comparingLong(Square::nearest).thenComparing(Square::token))
        .toList();
  }

  private static Square square(String key, Point middle) {
    var ground = Boxes.rectangle(key);
    var nearest =
        new Point(
            Math.max(ground.south(), Math.min(ground.north(), middle.latitude())),
            Math.max(ground.west(), Math.min(ground.east(), middle.longitude())));
    var farthest =
        Stream.of(ground.south(), ground.north())
            .flatMap(
                south ->
                    Stream.of(ground.west(), ground.east()).map(west -> new Point(south, west)))
            .mapToLong(corner -> millimetres(corner, middle))
            .max()
            .orElseThrow();
    return new Square(Token.square(key), millimetres(nearest, middle), farthest);
  }

  /** Those in a circle, the nearest first, behind one of them; each by its nearest place. */
  static List<Far> sorted(
      Collection<Placed> candidates, Point middle, int metres, Optional<Far> after) {
    return candidates.stream()
        .map(one -> new Far(nearest(one, middle), one.id()))
        .filter(far -> far.millimetres() <= metres * MILLI)
        .filter(far -> after.map(last -> far.compareTo(last) > 0).orElse(true))
        .sorted()
        .toList();
  }

  private static long nearest(Placed one, Point middle) {
    return one.found().points().stream()
        .mapToLong(point -> millimetres(point, middle))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static long millimetres(Point point, Point middle) {
    return Math.round(
        MILLI
            * Distance.metres(
                middle.latitude(), middle.longitude(), point.latitude(), point.longitude()));
  }
}
