package org.localityvoice.event.planning;

import org.localityvoice.locality.Distance;

/** Where a venue is, in decimal degrees (WGS 84). */
record Spot(double latitude, double longitude) {
  /** How far another one is, as the crow flies. */
  double metresTo(Spot other) {
    return Distance.metres(latitude, longitude, other.latitude, other.longitude);
  }
}
