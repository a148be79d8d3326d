package org.localityvoice.locality;

import java.util.ArrayList;
import java.util.List;

/**
 * Squares of the map as index: a point lies in one of each size, so that "near here" and "in this
 * rectangle" become questions for a few keys. The squares are the tiles of the Web Mercator grid
 * (OGC 17-083r4, Annex D.1, WebMercatorQuad), which map clients use as well; a key is {@code
 * z/x/y}. At 54.5° north a tile of zoom 10 is about 23 km wide, of zoom 18 about 90 m.
 */
public final class Boxes {
  /** The sizes a point is kept under, wide to narrow. */
  public static final List<Integer> ZOOMS = List.of(10, 12, 14, 16, 18);

  private static final double MERCATOR_LIMIT = 85.05112878;
  private static final double HALF_TURN = 180;

  private Boxes() {}

  /** A rectangle in decimal degrees (WGS 84); west is never east of east. */
  public record Rectangle(double west, double south, double east, double north) {
    /** Whether the point lies in it; its border counts. */
    public boolean holds(double latitude, double longitude) {
      return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    }
  }

  /** The keys of a point, wide to narrow. */
  public static List<String> of(double latitude, double longitude) {
    return ZOOMS.stream()
        .map(zoom -> key(zoom, column(zoom, longitude), row(zoom, latitude)))
        .toList();
  }

  /**
   * The narrowest squares that cover a rectangle with at most so many.
   *
   * @return keys of one zoom; empty when even the widest squares would be more than {@code most}
   */
  public static List<String> covering(Rectangle rectangle, int most) {
    for (var i = ZOOMS.size() - 1; i >= 0; i--) {
      int zoom = ZOOMS.get(i);
      var left = column(zoom, rectangle.west());
      var right = column(zoom, rectangle.east());
      var top = row(zoom, rectangle.north());
      var bottom = row(zoom, rectangle.south());
      if ((long) (right - left + 1) * (bottom - top + 1) <= most) {
        var keys = new ArrayList<String>();
        for (var x = left; x <= right; x++) {
          for (var y = top; y <= bottom; y++) {
            keys.add(key(zoom, x, y));
          }
        }
        return keys;
      }
    }
    return List.of();
  }

  /** The ground that a square covers. */
  public static Rectangle rectangle(String key) {
    var square = Square.of(key);
    return new Rectangle(
        longitude(square.zoom, square.column),
        latitude(square.zoom, square.row + 1),
        longitude(square.zoom, square.column + 1),
        latitude(square.zoom, square.row));
  }

  /** The zoom of a square. */
  public static int zoom(String key) {
    return Square.of(key).zoom;
  }

  /** The squares of the next size that a square consists of; empty for one of the narrowest. */
  public static List<String> parts(String key) {
    var square = Square.of(key);
    var next = ZOOMS.indexOf(square.zoom) + 1;
    if (next == ZOOMS.size()) {
      return List.of();
    }
    int zoom = ZOOMS.get(next);
    var across = 1 << (zoom - square.zoom);
    var keys = new ArrayList<String>();
    for (var x = 0; x < across; x++) {
      for (var y = 0; y < across; y++) {
        keys.add(key(zoom, square.column * across + x, square.row * across + y));
      }
    }
    return keys;
  }

  private record Square(int zoom, int column, int row) {
    static Square of(String key) {
      var parts = key.split("/", -1);
      return new Square(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
  }

  private static double longitude(int zoom, int column) {
    return (double) column / (1 << zoom) * 2 * HALF_TURN - HALF_TURN;
  }

  private static double latitude(int zoom, int row) {
    var mercator = Math.PI * (1 - 2.0 * row / (1 << zoom));
    return Math.toDegrees(Math.atan(Math.sinh(mercator)));
  }

  private static String key(int zoom, int column, int row) {
    return zoom + "/" + column + "/" + row;
  }

  private static int column(int zoom, double longitude) {
    return clamp(zoom, (longitude + HALF_TURN) / (2 * HALF_TURN));
  }

  private static int row(int zoom, double latitude) {
    var bounded = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, latitude));
    var radians = Math.toRadians(bounded);
    var mercator = Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI;
    return clamp(zoom, (1 - mercator) / 2);
  }

  private static int clamp(int zoom, double share) {
    var count = 1 << zoom;
    return Math.max(0, Math.min(count - 1, (int) Math.floor(share * count)));
  }
}
