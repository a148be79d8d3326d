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
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

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

  /** Those of these that there are, in the order of their ids. */
  Future<List<Planned>> sessions(List<String> ids) {
    return Future.all(events.sessions(ids), events.catalogue())
        .map(
            both -> {
              List<Session> found = both.resultAt(0);
              return found.stream().map(one -> planned(one, both.resultAt(1))).toList();
            });
  }

  /** Sessions that take place at the same time within reach, itself not among them. */
  Future<List<Planned>> beside(Planned one, Area area) {
    return events
        .catalogue()
        .compose(
            catalogue -> {
              var found = new ArrayList<Planned>();
              return InTurn.each(
                      Neighbours.of(area, one), locality -> add(found, one, locality, catalogue))
                  .map(done -> List.copyOf(found));
            });
  }

  private Future<Void> add(
      List<Planned> found, Planned one, String locality, EventCatalogue catalogue) {
    var from = one.slot().startsAt().minus(Slot.LONGEST);
    return Pages.<Session>each(
        PAGE,
        after ->
            events.between(locality, from, one.slot().endsAt(), after.map(SessionMark::of), PAGE),
        page -> {
          page.stream()
              .filter(session -> session.slot().overlaps(one.slot()))
              .filter(session -> !session.id().equals(one.session()))
              .map(session -> planned(session, catalogue))
              .forEach(found::add);
          return Future.succeededFuture();
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
