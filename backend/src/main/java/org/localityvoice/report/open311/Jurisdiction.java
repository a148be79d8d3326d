package org.localityvoice.report.open311;

import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.problem.Problem;

/** There is one jurisdiction, the area, so that nobody needs to name it. */
final class Jurisdiction {
  private Jurisdiction() {}

  /** Refuses any other as unknown. */
  static void check(Optional<String> jurisdiction, Area area) {
    if (jurisdiction.filter(id -> !id.strip().equals(area.id())).isPresent()) {
      throw Problem.notFound();
    }
  }
}
