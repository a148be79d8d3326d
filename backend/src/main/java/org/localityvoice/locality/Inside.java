package org.localityvoice.locality;

import java.util.List;
import org.localityvoice.locality.Boundary.Polygon;
import org.localityvoice.locality.Boundary.Position;

/**
 * Tells whether a place lies in a boundary, on plane degrees like {@link Outlines}. Goes once along
 * the sides and makes no objects, because it is asked for every report.
 */
final class Inside {
  private Inside() {}

  /** Whether a place lies in it or on its border; the border of a hole is a border too. */
  static boolean touches(Boundary boundary, double longitude, double latitude) {
    return boundary.polygons().stream().anyMatch(polygon -> touches(polygon, longitude, latitude));
  }

  private static boolean touches(Polygon polygon, double longitude, double latitude) {
    var rings = polygon.rings();
    for (var i = 0; i < rings.size(); i++) {
      var where = where(rings.get(i).positions(), longitude, latitude);
      if (where == Where.ON) {
        return true;
      }
      if ((where == Where.IN) != (i == 0)) {
        return false;
      }
    }
    return true;
  }

  private enum Where {
    IN,
    ON,
    OUT
  }

  /** Even-odd rule: how often the line from the place to the east crosses the ring. */
  private static Where where(List<Position> ring, double longitude, double latitude) {
    var odd = false;
    for (var i = 1; i < ring.size(); i++) {
      var from = ring.get(i - 1);
      var to = ring.get(i);
      // Always from south to north: neighbours that share a side then agree about every place.
      var upwards = from.latitude() < to.latitude();
      var south = upwards ? from : to;
      var north = upwards ? to : from;
      if (latitude < south.latitude() || latitude > north.latitude()) {
        continue;
      }
      var turn =
          (north.longitude() - south.longitude()) * (latitude - south.latitude())
              - (north.latitude() - south.latitude()) * (longitude - south.longitude());
      if (turn == 0 && between(south, north, longitude)) {
        return Where.ON;
      }
      // The northern end belongs to the next side, so that a corner counts once.
      odd ^= latitude < north.latitude() && turn > 0;
    }
    return odd ? Where.IN : Where.OUT;
  }

  private static boolean between(Position one, Position other, double longitude) {
    return Math.min(one.longitude(), other.longitude()) <= longitude
        && longitude <= Math.max(one.longitude(), other.longitude());
  }
}
