package org.localityvoice.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.localityvoice.directory.SearchStore.Placed;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Boxes.Rectangle;
import org.localityvoice.locality.Distance;

/** Which services are how near. Pure. */
final class Nearness {
  private static final int SMALLEST_METRES = 500;
  private static final int MOST_SQUARES = 16;
  private static final double METRES_A_DEGREE = 111_000;

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

  /** The circles to look at one after the other, until there are enough in one. */
  static List<Integer> radii(int within) {
    var radii = new ArrayList<Integer>();
    for (var metres = SMALLEST_METRES; metres < within; metres *= 2) {
      radii.add(metres);
    }
    radii.add(within);
    return radii;
  }

  /** The tokens of the squares that a circle lies in. */
  static List<String> squares(Point middle, int metres) {
    var up = metres / METRES_A_DEGREE;
    var aside = up / Math.max(0.01, Math.cos(Math.toRadians(middle.latitude())));
    var around =
        new Rectangle(
            Math.max(-180, middle.longitude() - aside),
            Math.max(-90, middle.latitude() - up),
            Math.min(180, middle.longitude() + aside),
            Math.min(90, middle.latitude() + up));
    return Boxes.covering(around, MOST_SQUARES).stream().map(Token::square).toList();
  }

  /** Those in a circle, the nearest first, behind one of them; each by its nearest place. */
  static List<Far> sorted(List<Placed> candidates, Point middle, int metres, Optional<Far> after) {
    return candidates.stream()
        .map(one -> new Far(millimetres(one, middle), one.id()))
        .filter(far -> far.millimetres() <= metres * 1000L)
        .filter(far -> after.map(last -> far.compareTo(last) > 0).orElse(true))
        .sorted()
        .toList();
  }

  private static long millimetres(Placed one, Point middle) {
    return one.found().points().stream()
        .mapToLong(
            point ->
                Math.round(
                    1000
                        * Distance.metres(
                            middle.latitude(),
                            middle.longitude(),
                            point.latitude(),
                            point.longitude())))
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
