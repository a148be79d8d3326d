package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Open reports that everybody may see, for those who walk by; given by whoever knows reports. */
public interface NearbyReports {
  /** One of them, with nothing of who made it or what was written. */
  record Nearby(String id, String category, Spot point, Instant since) {}

  /**
   * Those around a point, the nearest first.
   *
   * @param metres no farther than this
   * @param limit no more than so many
   */
  Future<List<Nearby>> near(Spot middle, double metres, int limit);
}
