package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.List;

/**
 * Which of several opinions counts, by decision of the walkabout's lead or the locality's manager.
 *
 * @param transect id within the route
 * @param element id
 * @param grade id of the opinion that counts
 * @param among ids of the opinions that there were; another one that comes later and differs has
 *     not been decided upon
 * @param by uid of who decided
 * @param role in which they did
 */
public record Settlement(
    String transect,
    String element,
    String grade,
    List<String> among,
    String by,
    String role,
    Instant at) {
  public Settlement {
    among = List.copyOf(among);
  }

  Settlement nameless(Pseudonyms pseudonyms) {
    return new Settlement(transect, element, grade, among, pseudonyms.of(by), role, at);
  }

  boolean isFor(String where, String what) {
    return transect.equals(where) && element.equals(what);
  }
}
