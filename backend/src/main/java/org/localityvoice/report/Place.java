package org.localityvoice.report;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem is: a point, a description, or both.
 *
 * @param latitude decimal degrees (WGS 84); there exactly when the longitude is
 * @param accuracyMetres radius the phone gave for the point
 * @param described in words, such as "behind the library"; may be somebody's address, so it is not
 *     public
 */
public record Place(
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Double accuracyMetres,
    @Nullable String described) {
  /** Whether there is a point on the map. */
  public boolean located() {
    return latitude != null && longitude != null;
  }
}
