package org.localityvoice.notify;

import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Distance;

/**
 * Circles on the map, with the distances of {@link Distance}. Pure; not for places beyond 85
 * degrees or at the 180th meridian.
 */
final class Circle {
  private Circle() {}

  /** The rectangle around a circle, decimal degrees. */
  static Boxes.Rectangle bounds(double latitude, double longitude, double radiusMetres) {
    var angle = radiusMetres / Distance.EARTH_METRES;
    var up = Math.toDegrees(angle);
    // The circle's widest parallel is a little nearer to the pole than its centre.
    var aside = Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(latitude))));
    return new Boxes.Rectangle(longitude - aside, latitude - up, longitude + aside, latitude + up);
  }
}
