package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Drafts events and changes them. */
final class EventService {
  private final EventStore events;
  private final EventCatalogues catalogues;
  private final Areas areas;
  private final InstantSource clock;

  EventService(EventStore events, EventCatalogues catalogues, Areas areas, InstantSource clock) {
    this.events = events;
    this.catalogues = catalogues;
    this.areas = areas;
    this.clock = clock;
  }

  /** What an event is to be, and whose. */
  record Wanted(String localityId, String organiser, Programme programme) {}

  /** An event, and whether it was made just now. */
  record Put(Event event, boolean created) {}

  /** An event that the caller manages. */
  Future<Event> managed(String id, Caller caller) {
    return events
        .find(id)
        .map(
            found -> {
              var event = found.orElseThrow(Problem::notFound);
              EventAccess.mustManage(caller, event.localityId(), event.organiser());
              return event;
            });
  }

  /**
   * Makes an event or changes it.
   *
   * @param seen the edition that is meant; empty where there must be none yet
   */
  Future<Put> put(String id, Wanted wanted, Optional<Long> seen, Caller caller) {
    EventAccess.mustManage(caller, wanted.localityId(), wanted.organiser());
    return Future.all(events.find(id), catalogues.get(), areas.area())
        .compose(
            all -> {
              Optional<Event> found = all.resultAt(0);
              found.ifPresent(
                  event -> EventAccess.mustManage(caller, event.localityId(), event.organiser()));
              var checks = new EventChecks(all.resultAt(1), all.resultAt(2));
              checks.check(wanted, found);
              return seen.isPresent() ? change(id, wanted, seen.get()) : make(id, wanted);
            });
  }

  private Future<Put> make(String id, Wanted wanted) {
    var event =
        new Event(
            id,
            1,
            1,
            wanted.localityId(),
            wanted.organiser(),
            EventState.DRAFT,
            wanted.programme(),
            List.of(),
            now(),
            List.of(),
            null);
    return events
        .add(event)
        .compose(
            added ->
                added
                    ? Future.succeededFuture(new Put(event, true))
                    : events.find(id).map(found -> same(found.orElseThrow(), wanted)));
  }

  private static Put same(Event found, Wanted wanted) {
    if (!wanted.equals(wantedOf(found))) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    return new Put(found, false);
  }

  private static Wanted wantedOf(Event event) {
    return new Wanted(event.localityId(), event.organiser(), event.programme());
  }

  private Future<Put> change(String id, Wanted wanted, long seen) {
    return events.change(
        id,
        event -> {
          if (wanted.equals(wantedOf(event))) {
            return Decision.keep(new Put(event, false));
          }
          if (event.state() == EventState.CANCELLED) {
            throw Problem.conflict("event-cancelled");
          }
          if (event.edition() != seen) {
            throw Problem.of(ProblemType.PRECONDITION_FAILED);
          }
          var next = event.with(wanted.programme(), now());
          return Decision.replace(next, new Put(next, false));
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
