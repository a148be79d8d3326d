package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Diary.Claim;
import org.localityvoice.event.Spaces.Claimed;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/** Makes draft sessions, one or many at once. */
final class NewSessions {
  private final EventStore events;
  private final SessionStore sessions;
  private final EventCatalogues catalogues;
  private final Spaces spaces;
  private final SpaceClaims claims;
  private final SessionService service;
  private final InstantSource clock;
  private final ZoneId zone;

  NewSessions(
      EventStore events,
      SessionStore sessions,
      EventCatalogues catalogues,
      Spaces spaces,
      SessionService service,
      InstantSource clock,
      ZoneId zone) {
    this.events = events;
    this.sessions = sessions;
    this.catalogues = catalogues;
    this.spaces = spaces;
    claims = new SpaceClaims(spaces, sessions);
    this.service = service;
    this.clock = clock;
    this.zone = zone;
  }

  /** A session that is to be made. */
  record Fresh(String id, Plan plan) {}

  /**
   * Makes draft sessions of an event, in one space; those that are there already stay as they are.
   * The space is taken for all of them or for none.
   */
  Future<Void> create(Event event, List<Fresh> wanted, Caller caller) {
    if (wanted.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.all(catalogues.get(), room(event, wanted.size()))
        .compose(
            both -> {
              EventCatalogue catalogue = both.resultAt(0);
              var checks = new PlanChecks(catalogue, zone, clock.instant());
              var setUp = Duration.ZERO;
              for (var one : wanted) {
                setUp = checks.check(one.plan(), Optional.empty(), "").setUp();
              }
              return claim(wanted, setUp, caller);
            })
        .compose(claimed -> add(event, wanted).compose(done -> settle(claimed)))
        .compose(settled -> follow(event, wanted));
  }

  private Future<Void> room(Event event, int more) {
    return sessions
        .ofEvent(event.id(), Events.MOST_SESSIONS)
        .map(
            there -> {
              if (there.size() + more > Events.MOST_SESSIONS) {
                throw Problem.conflict("too-many-sessions", Events.MOST_SESSIONS);
              }
              return null;
            });
  }

  private Future<Claimed> claim(List<Fresh> wanted, Duration setUp, Caller caller) {
    var times = wanted.stream().map(one -> new Claim(one.id(), one.plan().slot())).toList();
    return claims.claim(wanted.get(0).plan().space(), times, setUp, caller);
  }

  private Future<Void> settle(Claimed claimed) {
    return spaces.release(claimed.space(), claimed.before());
  }

  private Future<Void> add(Event event, List<Fresh> wanted) {
    var added = Future.<Void>succeededFuture();
    for (var one : wanted) {
      var session =
          Session.draft(
              one.id(), event, one.plan(), zone, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      added = added.compose(before -> sessions.add(session).mapEmpty());
    }
    return added;
  }

  /** The event may have been changed, or cancelled, before the sessions were there to be seen. */
  private Future<Void> follow(Event event, List<Fresh> wanted) {
    return events
        .find(event.id())
        .map(Optional::orElseThrow)
        .compose(
            now -> {
              var done = Future.<Void>succeededFuture();
              if (now.edition() != event.edition() || now.state() == EventState.CANCELLED) {
                for (var one : wanted) {
                  done = done.compose(before -> service.followEvent(one.id(), now));
                }
              }
              return done;
            });
  }
}
