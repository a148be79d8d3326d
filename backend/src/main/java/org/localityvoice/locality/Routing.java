package org.localityvoice.locality;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets the reports of a category.
 *
 * @param partner id of the partner, where nothing else is said
 * @param byLocality ids of other partners, by locality
 */
public record Routing(String partner, Map<String, String> byLocality) {
  public Routing {
    // In one order, so that equal routings are written equally.
    byLocality = Collections.unmodifiableMap(new TreeMap<>(byLocality));
  }

  /** Id of the partner in a locality. */
  public String partner(String localityId) {
    return byLocality.getOrDefault(localityId, partner);
  }
}
