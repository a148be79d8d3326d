package org.localityvoice.locality;

import java.util.List;

/**
 * A ward, or another area of like size, that is worked in as one.
 *
 * @param wardCode the ward's nine-character GSS code
 * @param boundarySet names the set of boundaries this one is from; figures are compared over time
 *     only within one set
 * @param languages tags of the languages spoken to residents here, the preferred one first
 * @param partners ids of the partners who work here
 */
public record Locality(
    String id,
    Text name,
    String wardCode,
    String boundarySet,
    Boundary boundary,
    List<String> languages,
    List<String> partners,
    Population population) {

  public Locality {
    languages = List.copyOf(languages);
    partners = List.copyOf(partners);
  }
}
