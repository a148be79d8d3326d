package org.localityvoice.directory;

import java.util.List;

/**
 * A published service with what it refers to.
 *
 * @param terms its needs, without those that are in no list any more
 */
public record OpenProvision(
    Provision service, Organisation organisation, List<Location> locations, List<Term> terms) {
  public OpenProvision {
    locations = List.copyOf(locations);
    terms = List.copyOf(terms);
  }
}
