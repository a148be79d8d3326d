package org.localityvoice.walkabout;

import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Text;

/**
 * A way through a locality with its fixed transects. Another choice of transects is another
 * version: a version once imported never changes, so that figures of the same version can be
 * compared.
 *
 * @param transects as they are walked
 */
public record Route(
    String id, int version, String localityId, Text title, List<Transect> transects) {
  public Route {
    transects = List.copyOf(transects);
  }

  /** The transect of that id. */
  public Optional<Transect> transect(String transectId) {
    return transects.stream().filter(one -> one.id().equals(transectId)).findFirst();
  }

  /** Whether it is a version of the same route, the same one. */
  boolean isEditionOf(Route other) {
    return id.equals(other.id) && version == other.version;
  }
}
