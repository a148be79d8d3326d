package org.localityvoice.report;

import org.localityvoice.locality.Boxes;

/** A point in decimal degrees (WGS 84). */
record Point(double latitude, double longitude) {
  /** Mean radius of the earth (IUGG), in metres. */
  private static final double EARTH = 6_371_008.8;

  private static final double METRES_OF_A_DEGREE = EARTH * Math.PI / 180;

  /**
   * How far another point is, in metres, along a great circle of a sphere (haversine). Over the few
   * kilometres that matter here it is within half a per cent of the ellipsoid.
   */
  double metresTo(Point other) {
    var north = Math.toRadians(other.latitude - latitude);
    var east = Math.toRadians(other.longitude - longitude);
    var a =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, a)));
  }

  /**
   * How far the nearest point of a rectangle is, in metres; 0 inside it. Never more than it is, and
   * for rectangles within some kilometres less by no more than a metre or so.
   */
  double metresTo(Boxes.Rectangle rectangle) {
    var latitudeThere = Math.max(rectangle.south(), Math.min(rectangle.north(), latitude));
    var longitudeThere = Math.max(rectangle.west(), Math.min(rectangle.east(), longitude));
    var there = metresTo(new Point(latitudeThere, longitudeThere));
    // The nearest point of a meridian lies a little off the parallel; less than this.
    return Math.max(0, there - 1 - there * there / EARTH);
  }

  /** A rectangle that holds every point so near. */
  Boxes.Rectangle around(double metres) {
    var north = metres / METRES_OF_A_DEGREE;
    var widest = Math.min(89.9, Math.abs(latitude) + north);
    var east = Math.min(360, north / Math.cos(Math.toRadians(widest)));
    return new Boxes.Rectangle(
        Math.max(-180, longitude - east),
        Math.max(-90, latitude - north),
        Math.min(180, longitude + east),
        Math.min(90, latitude + north));
  }

  private static double square(double value) {
    return value * value;
  }
}
