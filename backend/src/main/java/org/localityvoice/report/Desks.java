package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.WorkingCalendar;
import org.localityvoice.problem.Problem;

/** Finds the rules that a category is dealt with by. */
final class Desks {
  private final Areas areas;

  Desks(Areas areas) {
    this.areas = areas;
  }

  /** The desk of a category; empty for one that is not in the area file any more. */
  Future<Optional<Desk>> of(String category) {
    return area().map(area -> desk(area, category));
  }

  /** The desk of a report's category, or the plain one where the area file has it no more. */
  Future<Desk> of(Report report) {
    return area()
        .map(
            area ->
                desk(area, report.category())
                    .orElseGet(
                        () -> new Desk(area, Retired.category(report.category()), calendar(area))));
  }

  private static WorkingCalendar calendar(Area area) {
    return new WorkingCalendar(area.reporting().workingTime(), ZoneId.of(area.timeZone()));
  }

  private Future<Area> area() {
    return areas.area().map(area -> area.orElseThrow(Problem::notFound));
  }

  private static Optional<Desk> desk(Area area, String category) {
    var reporting = area.reporting();
    return reporting.category(category).map(found -> new Desk(area, found, calendar(area)));
  }
}
