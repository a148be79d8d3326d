package org.localityvoice.directory.openreferral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.directory.OpenIndex;
import org.localityvoice.directory.OpenRow;
import org.localityvoice.directory.Point;
import org.localityvoice.directory.Postcode;
import org.localityvoice.locality.Distance;

/** A service at one of its places. */
record Placed(OpenRow row, String location) {
  String id() {
    return Ids.ofServiceAtLocation(row.id(), location);
  }

  /**
   * Where it is asked for.
   *
   * @param point of the postcode
   * @param metres from it at most
   */
  record Near(String postcode, Optional<Point> point, OptionalDouble metres) {}

  /**
   * All services at each of their places, in the order of services.
   *
   * @param byId the same by their ids, which take a while to work out for all
   */
  record All(OpenIndex index, List<Placed> list, Map<String, Placed> byId) {
    static All of(OpenIndex index) {
      var list =
          index.rows().stream()
              .flatMap(row -> row.locations().stream().map(location -> new Placed(row, location)))
              .toList();
      return new All(
          index, list, list.stream().collect(Collectors.toMap(Placed::id, Function.identity())));
    }
  }

  /** Whether it is for that postcode, and near enough. */
  boolean isFor(Near near, OpenIndex index) {
    return covers(near.postcode())
        && (near.metres().isEmpty()
            || near.point()
                .flatMap(
                    from ->
                        Optional.ofNullable(index.points().get(location))
                            .map(to -> metres(from, to)))
                .filter(metres -> metres <= near.metres().getAsDouble())
                .isPresent());
  }

  /** Whoever says no postcodes is for any. */
  private boolean covers(String postcode) {
    var said = row.areas().stream().flatMap(area -> area.postcodes().stream()).toList();
    return said.isEmpty() || said.stream().anyMatch(one -> Postcode.holds(one, postcode));
  }

  private static double metres(Point from, Point to) {
    return Distance.metres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
  }
}
