package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An import takes no locality away: answers, reports and figures refer to it.
 *
 * @param stored the area as it is, if there is one
 */
public record LocalitiesKept(Optional<Area> stored) implements AreaSection {
  @Override
  public Set<String> parts() {
    return Set.of();
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    return stored.map(before -> lost(before, area)).orElse(List.of()).stream()
        .map(id -> Fault.at("/localities", "lack " + id + "; a locality once imported stays"))
        .toList();
  }

  /** Ids of the localities that are in the first area only. */
  static List<String> lost(Area before, Area after) {
    return before.localities().stream()
        .map(Locality::id)
        .filter(id -> after.locality(id).isEmpty())
        .toList();
  }
}
