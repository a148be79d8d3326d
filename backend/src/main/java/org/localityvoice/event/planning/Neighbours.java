package org.localityvoice.event.planning;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Boundary.Position;
import org.localityvoice.locality.Distance;
import org.localityvoice.locality.Locality;

/** Which localities a session's people may come from. Pure. */
final class Neighbours {
  private static final double METRES_OF_A_DEGREE = Distance.EARTH_METRES * Math.PI / 180;

  private Neighbours() {}

  /**
   * The session's own locality, and each that has ground within its reach; perhaps one more, since
   * outlines are taken as the rectangles around them.
   */
  static List<String> of(Area area, Planned one) {
    var found = new ArrayList<String>();
    found.add(one.locality());
    var spot = one.spot();
    if (spot != null) {
      area.localities().stream()
          .filter(locality -> !locality.id().equals(one.locality()))
          .filter(locality -> near(locality, spot, one.reachMetres()))
          .map(Locality::id)
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static boolean near(Locality locality, Spot spot, double metres) {
    var up = metres / METRES_OF_A_DEGREE;
    var aside = up / Math.cos(Math.toRadians(Math.min(89, Math.abs(spot.latitude()) + up)));
    var outline =
        locality.boundary().polygons().stream()
            .flatMap(polygon -> polygon.rings().get(0).positions().stream())
            .toList();
    return touches(outline.stream().mapToDouble(Position::latitude).toArray(), spot.latitude(), up)
        && touches(
            outline.stream().mapToDouble(Position::longitude).toArray(), spot.longitude(), aside);
  }

  private static boolean touches(double[] values, double middle, double half) {
    var least = Double.POSITIVE_INFINITY;
    var most = Double.NEGATIVE_INFINITY;
    for (var value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return least <= middle + half && middle - half <= most;
  }
}
