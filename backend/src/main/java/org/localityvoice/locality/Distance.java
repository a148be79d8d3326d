package org.localityvoice.locality;

/**
 * Distances on a sphere of the earth's mean radius (IUGG), by the haversine formula: within half a
 * per cent of the ellipsoid over the few kilometres that matter here. Pure.
 */
public final class Distance {
  /** Mean radius of the earth (IUGG), in metres. */
  public static final double EARTH_METRES = 6_371_008.8;

  private Distance() {}

  /** How far two points are apart, in metres; all four in decimal degrees (WGS 84). */
  public static double metres(double latitude, double longitude, double north, double east) {
    var up = Math.sin(Math.toRadians(north - latitude) / 2);
    var aside = Math.sin(Math.toRadians(east - longitude) / 2);
    var scale = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(north));
    var square = Math.min(1, up * up + scale * aside * aside);
    return 2 * EARTH_METRES * Math.asin(Math.sqrt(square));
  }
}
