package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Activity;
import org.localityvoice.event.EventCatalogue;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionMark;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.Slot;
import org.localityvoice.locality.Area;

/** Reads sessions, drafts among them, as clashes are found by them. */
final class PlanReader {
  private static final int PAGE = 100;

  private final Events events;

  PlanReader(Events events) {
    this.events = events;
  }

  Future<Optional<Planned>> session(String id) {
    return Future.all(events.session(id), events.catalogue())
        .map(
            both -> {
              Optional<Session> found = both.resultAt(0);
              return found.map(session -> planned(session, both.resultAt(1)));
            });
  }

  /** Those of these that there are, in their order. */
  Future<List<Planned>> sessions(List<String> ids) {
    var found = Future.succeededFuture(List.<Planned>of());
    for (var id : ids) {
      found =
          found.compose(
              before ->
                  session(id)
                      .map(
                          one -> {
                            var all = new ArrayList<>(before);
                            one.ifPresent(all::add);
                            return all;
                          }));
    }
    return found;
  }

  /** Sessions that take place at the same time within reach, itself not among them. */
  Future<List<Planned>> beside(Planned one, Area area) {
    return events
        .catalogue()
        .compose(
            catalogue -> {
              var all = Future.<List<Planned>>succeededFuture(new ArrayList<>());
              for (var locality : Neighbours.of(area, one)) {
                all = all.compose(found -> add(found, one, locality, catalogue, Optional.empty()));
              }
              return all.map(List::copyOf);
            });
  }

  private Future<List<Planned>> add(
      List<Planned> found,
      Planned one,
      String locality,
      EventCatalogue catalogue,
      Optional<SessionMark> after) {
    var from = one.slot().startsAt().minus(Slot.LONGEST);
    return events
        .between(locality, from, one.slot().endsAt(), after, PAGE)
        .compose(
            page -> {
              page.stream()
                  .filter(session -> session.slot().overlaps(one.slot()))
                  .filter(session -> !session.id().equals(one.session()))
                  .map(session -> planned(session, catalogue))
                  .forEach(found::add);
              return page.size() < PAGE
                  ? Future.succeededFuture(found)
                  : add(
                      found,
                      one,
                      locality,
                      catalogue,
                      Optional.of(SessionMark.of(page.get(page.size() - 1))));
            });
  }

  private static Planned planned(Session session, EventCatalogue catalogue) {
    var reach = session.about().catchmentMetres();
    return new Planned(
        session.id(),
        session.eventId(),
        session.edition() + session.eventEdition(),
        session.organiser(),
        session.localityId(),
        session.title(),
        session.slot(),
        catalogue
            .venue(session.venueId())
            .map(venue -> new Spot(venue.latitude(), venue.longitude()))
            .orElse(null),
        session.ages(),
        kind(session.activity(), catalogue),
        reach == null ? ClashRule.WALK_METRES : reach,
        session.status() == SessionStatus.CANCELLED);
  }

  private static String kind(String activity, EventCatalogue catalogue) {
    return catalogue.activity(activity).map(Activity::kind).orElse(activity);
  }
}
