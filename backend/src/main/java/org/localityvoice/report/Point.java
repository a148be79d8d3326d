package org.localityvoice.report;

import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Distance;

/** A point in decimal degrees (WGS 84). */
record Point(double latitude, double longitude) {
  private static final double EARTH = Distance.EARTH_METRES;

  private static final double METRES_OF_A_DEGREE = EARTH * Math.PI / 180;

  /** How far another point is, in metres. */
  double metresTo(Point other) {
    return Distance.metres(latitude, longitude, other.latitude, other.longitude);
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
}
