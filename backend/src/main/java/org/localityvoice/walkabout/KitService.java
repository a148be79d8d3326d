package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Distance;
import org.localityvoice.problem.Problem;

/** Puts together what a device needs on the way. */
final class KitService {
  /** So far from the route's ends a report may still be seen by those who walk. */
  private static final double ASIDE_METRES = 100;

  private static final int MOST_REPORTS = 200;

  private final RecordService records;
  private final WalkaboutCatalogues catalogues;
  private final NearbyReports reports;

  KitService(RecordService records, WalkaboutCatalogues catalogues, NearbyReports reports) {
    this.records = records;
    this.catalogues = catalogues;
    this.reports = reports;
  }

  /** What is in it. */
  record Kit(Walkabout walkabout, Route route, List<NearbyReports.Nearby> reports) {}

  /** The kit of a walkabout. */
  Future<Kit> kit(String id, Caller caller) {
    return records
        .walked(id, caller)
        .compose(
            walkabout ->
                catalogues
                    .get()
                    .compose(
                        catalogue -> {
                          var route =
                              catalogue
                                  .route(walkabout.routeId(), walkabout.routeVersion())
                                  .orElseThrow(Problem::notFound);
                          var middle = middle(route);
                          return reports
                              .near(middle, reach(route, middle) + ASIDE_METRES, MOST_REPORTS)
                              .map(near -> new Kit(walkabout, route, near));
                        }));
  }

  private static Spot middle(Route route) {
    var ends = route.transects().stream().flatMap(KitService::ends).toList();
    return new Spot(
        ends.stream().mapToDouble(Spot::latitude).average().orElseThrow(),
        ends.stream().mapToDouble(Spot::longitude).average().orElseThrow());
  }

  private static double reach(Route route, Spot middle) {
    return route.transects().stream()
        .flatMap(KitService::ends)
        .mapToDouble(
            end ->
                Distance.metres(
                    middle.latitude(), middle.longitude(), end.latitude(), end.longitude()))
        .max()
        .orElse(0);
  }

  private static java.util.stream.Stream<Spot> ends(Transect one) {
    return java.util.stream.Stream.of(one.from(), one.to());
  }
}
