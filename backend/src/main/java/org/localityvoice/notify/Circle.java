package org.localityvoice.notify;

import org.localityvoice.locality.Boxes;

/**
 * Distances on a sphere of the earth's mean radius (IUGG), good to half a per cent. Pure; not for
 * places beyond 85 degrees or at the 180th meridian.
 */
final class Circle {
  private static final double EARTH_METRES = 6_371_008.8;

  private Circle() {}

  /** The rectangle around a circle, decimal degrees. */
  static Boxes.Rectangle bounds(double latitude, double longitude, double radiusMetres) {
    var angle = radiusMetres / EARTH_METRES;
    var up = Math.toDegrees(angle);
    // The circle's widest parallel is a little nearer to the pole than its centre.
    var aside = Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(latitude))));
    return new Boxes.Rectangle(longitude - aside, latitude - up, longitude + aside, latitude + up);
  }

  /** How far two points are apart (haversine). */
  static double metres(double latitude, double longitude, double north, double east) {
    var up = Math.sin(Math.toRadians(north - latitude) / 2);
    var aside = Math.sin(Math.toRadians(east - longitude) / 2);
    var scale = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(north));
    var square = Math.min(1, up * up + scale * aside * aside);
    return 2 * EARTH_METRES * Math.asin(Math.sqrt(square));
  }
}
