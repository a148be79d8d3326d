package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Plans walkabouts, changes and cancels them. */
final class CalendarService {
  private final WalkaboutStore store;
  private final WalkaboutCatalogues catalogues;
  private final InstantSource clock;
  private final Planning planning;

  CalendarService(
      WalkaboutStore store, WalkaboutCatalogues catalogues, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.catalogues = catalogues;
    this.clock = clock;
    planning = new Planning(zone);
  }

  /** A walkabout, and whether it was made just now. */
  record Put(Walkabout walkabout, boolean created) {}

  /** What was found out before anything is decided. */
  private record Known(WalkaboutCatalogue catalogue, Route route) {}

  /**
   * Makes a walkabout or changes it.
   *
   * @param seen the edition that is meant; empty where there must be none yet
   */
  Future<Put> put(String id, Planning.Wanted asked, Optional<Long> seen, Caller caller) {
    WalkaboutAccess.mustPlan(caller, asked.localityId());
    var wanted = Planning.plain(asked);
    return catalogues
        .get()
        .compose(
            catalogue -> {
              var route =
                  catalogue
                      .route(wanted.routeId(), wanted.routeVersion())
                      .filter(one -> one.localityId().equals(wanted.localityId()))
                      .orElseThrow(() -> Planning.fault("/route", "unknown-route"));
              var known = new Known(catalogue, route);
              return repeats(wanted)
                  .compose(
                      fits ->
                          seen.isPresent()
                              ? change(id, wanted, known, seen.get(), caller)
                              : make(id, wanted, known, caller));
            });
  }

  /** A re-walk is along the same version of the same route. */
  private Future<Void> repeats(Planning.Wanted wanted) {
    if (wanted.rewalkOf().isEmpty()) {
      return Future.succeededFuture();
    }
    return store
        .find(wanted.rewalkOf().get())
        .map(
            found -> {
              var first =
                  found
                      .filter(one -> one.localityId().equals(wanted.localityId()))
                      .orElseThrow(() -> Planning.fault("/rewalkOf", "unknown-walkabout"));
              if (!first.routeId().equals(wanted.routeId())
                  || first.routeVersion() != wanted.routeVersion()
                  || first.rewalkOf() != null) {
                throw Planning.fault("/rewalkOf", "rewalk-elsewhere");
              }
              if (first.closing()) {
                throw Planning.fault("/rewalkOf", "walkabout-closed");
              }
              return null;
            });
  }

  private Future<Put> make(String id, Planning.Wanted wanted, Known known, Caller caller) {
    var now = now();
    return store
        .find(id)
        .compose(
            found -> {
              if (found.isPresent()) {
                return Future.succeededFuture(same(found.get(), wanted, caller));
              }
              var plan =
                  planning.plan(wanted, Optional.empty(), known.catalogue().noticeDays(), now);
              var news =
                  WalkaboutNews.news(
                      WalkaboutNews.PLANNED,
                      id,
                      1,
                      known.route(),
                      planning.day(plan),
                      caller.uid(),
                      now);
              var made =
                  new Walkabout(
                      id,
                      1,
                      1,
                      wanted.localityId(),
                      wanted.routeId(),
                      wanted.routeVersion(),
                      wanted.rewalkOf().orElse(null),
                      caller.uid(),
                      plan,
                      null,
                      WalkRecord.EMPTY,
                      null,
                      List.of(news),
                      now);
              return store
                  .add(made)
                  .compose(
                      added ->
                          added
                              ? Future.succeededFuture(new Put(made, true))
                              : store
                                  .find(id)
                                  .map(other -> same(other.orElseThrow(), wanted, caller)));
            });
  }

  private Put same(Walkabout found, Planning.Wanted wanted, Caller caller) {
    WalkaboutAccess.mustPlan(caller, found.localityId());
    if (!planning.isAsked(found, wanted)) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    return new Put(found, false);
  }

  private Future<Put> change(
      String id, Planning.Wanted wanted, Known known, long seen, Caller caller) {
    var now = now();
    return store.change(
        id,
        found -> {
          WalkaboutAccess.mustPlan(caller, found.localityId());
          if (planning.isAsked(found, wanted)) {
            return Decision.keep(new Put(found, false));
          }
          Planning.mustStay(found, wanted);
          mustBeToCome(found, now);
          if (found.edition() != seen) {
            throw Problem.of(ProblemType.PRECONDITION_FAILED);
          }
          var plan =
              planning.plan(wanted, Optional.of(found.plan()), known.catalogue().noticeDays(), now);
          var news =
              WalkaboutNews.news(
                  WalkaboutNews.CHANGED,
                  id,
                  found.edition() + 1,
                  known.route(),
                  planning.day(plan),
                  caller.uid(),
                  now);
          var next = found.with(plan, news, now);
          return Decision.replace(next, new Put(next, false));
        });
  }

  private static void mustBeToCome(Walkabout found, Instant now) {
    if (found.closing()) {
      throw Problem.conflict("walkabout-closed");
    }
    var state = found.state(now);
    if (state == WalkaboutState.CANCELLED) {
      throw Problem.conflict("walkabout-cancelled");
    }
    if (state != WalkaboutState.PLANNED) {
      throw Problem.conflict("walkabout-begun");
    }
  }

  /** Cancels it; again with the same reason changes nothing. */
  Future<Walkabout> cancel(String id, String reason, Caller caller) {
    var now = now();
    return catalogues
        .get()
        .compose(
            catalogue ->
                store.change(
                    id,
                    found -> {
                      WalkaboutAccess.mustPlan(caller, found.localityId());
                      if (reason.equals(found.cancelled())) {
                        return Decision.keep(found);
                      }
                      mustBeToCome(found, now);
                      var route =
                          catalogue.route(found.routeId(), found.routeVersion()).orElseThrow();
                      var news =
                          WalkaboutNews.news(
                              WalkaboutNews.CANCELLED,
                              id,
                              found.edition() + 1,
                              route,
                              planning.day(found.plan()),
                              caller.uid(),
                              now);
                      var next = found.cancelled(reason, news, now);
                      return Decision.replace(next, next);
                    }));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
