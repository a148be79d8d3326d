package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.localityvoice.locality.Boundary.Position;

/** Rings are closed, enclose something, run the right way round and do not cross themselves. */
final class BoundaryChecks {
  private BoundaryChecks() {}

  static List<Fault> check(String pointer, JsonNode boundary) {
    var coordinates = boundary.path("coordinates");
    var place = pointer + "/coordinates";
    if (boundary.path("type").asText().equals("Polygon")) {
      return polygon(place, coordinates);
    }
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < coordinates.size(); i++) {
      faults.addAll(polygon(place + "/" + i, coordinates.path(i)));
    }
    return faults;
  }

  private static List<Fault> polygon(String pointer, JsonNode rings) {
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < rings.size(); i++) {
      faults.addAll(ring(pointer + "/" + i, GeoJson.ring(rings.path(i)).positions(), i == 0));
    }
    return faults;
  }

  private static List<Fault> ring(String pointer, List<Position> ring, boolean outer) {
    if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
      return List.of(Fault.at(pointer, "is not closed: its last position must repeat its first"));
    }
    var crossing = Outlines.firstCrossing(ring);
    if (crossing.isPresent()) {
      return List.of(
          Fault.at(
              pointer + "/" + crossing.get().later(),
              "starts a side that touches or crosses the one from position "
                  + crossing.get().earlier()));
    }
    var area = Outlines.area(ring);
    if (area == 0) {
      return List.of(Fault.at(pointer, "encloses nothing"));
    }
    if (area > 0 != outer) {
      return List.of(
          Fault.at(
              pointer,
              outer
                  ? "runs clockwise; turn the order round, an outer ring runs anticlockwise"
                  : "runs anticlockwise; turn the order round, a hole runs clockwise"));
    }
    return List.of();
  }

  /** How many positions all the boundaries have that are in here. */
  static int positions(JsonNode tree) {
    if (isPosition(tree)) {
      return 1;
    }
    return StreamSupport.stream(tree.spliterator(), false)
        .mapToInt(BoundaryChecks::positions)
        .sum();
  }

  private static boolean isPosition(JsonNode at) {
    return at.isArray() && at.size() == 2 && at.path(0).isNumber() && at.path(1).isNumber();
  }
}
