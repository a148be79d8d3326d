package org.localityvoice.event;

import java.util.ArrayList;
import java.util.Optional;
import org.localityvoice.event.EventService.Wanted;
import org.localityvoice.locality.Area;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What an event must fit that the contract cannot say. Pure. */
final class EventChecks {
  private final EventCatalogue catalogue;
  private final Optional<Area> area;

  EventChecks(EventCatalogue catalogue, Optional<Area> area) {
    this.catalogue = catalogue;
    this.area = area;
  }

  /**
   * Refuses what does not fit.
   *
   * @param before the event as it is, if there is one
   */
  void check(Wanted wanted, Optional<Event> before) {
    var faults = new ArrayList<Violation>();
    var sameActivity =
        before.filter(one -> one.activity().equals(wanted.programme().activity())).isPresent();
    if (catalogue
        .activity(wanted.programme().activity())
        .filter(one -> sameActivity || !one.retired())
        .isEmpty()) {
      faults.add(Violation.at("/activity", "no-such-activity"));
    }
    before.ifPresent(
        event -> {
          if (!event.localityId().equals(wanted.localityId())) {
            faults.add(Violation.at("/locality", "stays-as-it-is"));
          }
          if (!event.organiser().equals(wanted.organiser())) {
            faults.add(Violation.at("/organiser", "stays-as-it-is"));
          }
        });
    var works =
        area.flatMap(found -> found.locality(wanted.localityId()))
            .orElseThrow(Problem::notFound)
            .partners()
            .contains(wanted.organiser());
    if (before.isEmpty() && !works) {
      faults.add(Violation.at("/organiser", "no-partner-here"));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }
}
