package org.localityvoice.event;

import java.util.Optional;

/**
 * Which sessions a list for everybody is of; all where neither is named.
 *
 * @param organiser goes before the locality where both are named
 */
public record Listing(Optional<String> locality, Optional<String> organiser) {
  /** Of one locality. */
  public static Listing ofLocality(String id) {
    return new Listing(Optional.of(id), Optional.empty());
  }

  /** Of one partner, in every locality. */
  public static Listing ofOrganiser(String id) {
    return new Listing(Optional.empty(), Optional.of(id));
  }
}
