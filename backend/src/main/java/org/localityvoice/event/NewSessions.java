package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localityvoice.event.Diary.Claim;
import org.localityvoice.event.Diary.Entry;
import org.localityvoice.event.Spaces.Claimed;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.InTurn;

/** Makes draft sessions, one or many at once. */
final class NewSessions {
  private final EventStore events;
  private final SessionStore sessions;
  private final EventCatalogues catalogues;
  private final Spaces spaces;
  private final SpaceClaims claims;
  private final Rolls rolls;
  private final SessionService service;
  private final InstantSource clock;
  private final ZoneId zone;

  NewSessions(
      EventStore events,
      SessionStore sessions,
      EventCatalogues catalogues,
      Spaces spaces,
      Rolls rolls,
      SessionService service,
      InstantSource clock,
      ZoneId zone) {
    this.events = events;
    this.sessions = sessions;
    this.catalogues = catalogues;
    this.spaces = spaces;
    claims = new SpaceClaims(spaces, sessions);
    this.rolls = rolls;
    this.service = service;
    this.clock = clock;
    this.zone = zone;
  }

  /** A session that is to be made. */
  record Fresh(String id, Plan plan) {}

  /**
   * Makes draft sessions of an event, in one space; those that are there already stay as they are.
   * The space is taken for all of them or for none.
   *
   * @return ids of those that were made
   */
  Future<Set<String>> create(Event event, List<Fresh> wanted, Caller caller) {
    if (wanted.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    if (event.state() == EventState.CANCELLED) {
      return Future.failedFuture(Problem.conflict("event-cancelled"));
    }
    var ids = wanted.stream().map(Fresh::id).toList();
    return catalogues
        .get()
        .map(catalogue -> setUp(catalogue, wanted))
        .compose(
            setUp ->
                rolls
                    .claim(event.id(), ids)
                    .compose(
                        attempt ->
                            make(event, wanted, setUp, caller)
                                .eventually(() -> rolls.settle(event.id(), ids, attempt))))
        .compose(made -> follow(event, made).map(made));
  }

  private Future<Set<String>> make(Event event, List<Fresh> wanted, Duration setUp, Caller caller) {
    return claim(wanted, setUp, caller)
        .compose(claimed -> add(event, wanted).compose(made -> settle(claimed, made).map(made)));
  }

  private Duration setUp(EventCatalogue catalogue, List<Fresh> wanted) {
    var checks = new PlanChecks(catalogue, zone, clock.instant());
    var setUp = Duration.ZERO;
    for (var one : wanted) {
      setUp = checks.check(one.plan(), Optional.empty(), "").setUp();
    }
    return setUp;
  }

  private Future<Claimed> claim(List<Fresh> wanted, Duration setUp, Caller caller) {
    var times = wanted.stream().map(one -> new Claim(one.id(), one.plan().slot())).toList();
    return claims.claim(wanted.get(0).plan().space(), times, setUp, caller);
  }

  private Future<Set<String>> add(Event event, List<Fresh> wanted) {
    var added = Future.<Set<String>>succeededFuture(new HashSet<>());
    for (var one : wanted) {
      var session =
          Session.draft(
              one.id(), event, one.plan(), zone, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      added =
          added.compose(
              made ->
                  sessions
                      .add(session)
                      .compose(
                          fresh -> {
                            if (!fresh) {
                              return Future.succeededFuture(made);
                            }
                            made.add(one.id());
                            return sessions.sharePool(session).map(made);
                          }));
    }
    return added;
  }

  /**
   * Gives back what earlier tries have left of those that were made, and of those that somebody
   * else has made meanwhile whatever they do not stand in.
   */
  private Future<Void> settle(Claimed claimed, Set<String> made) {
    var theirs =
        claimed.taken().stream()
            .map(Entry::session)
            .filter(id -> !made.contains(id))
            .collect(Collectors.toSet());
    return sessions
        .all(theirs)
        .compose(
            found -> {
              var left =
                  Stream.concat(
                          claimed.before().stream().filter(one -> made.contains(one.session())),
                          claimed.taken().stream()
                              .filter(one -> theirs.contains(one.session()))
                              .filter(
                                  one ->
                                      found.stream()
                                          .noneMatch(
                                              session ->
                                                  Spaces.stands(session, one, claimed.space()))))
                      .toList();
              return spaces.release(claimed.space(), left);
            });
  }

  /** The event may have been changed, or cancelled, before the sessions were there to be seen. */
  private Future<Void> follow(Event event, Set<String> made) {
    return events
        .find(event.id())
        .map(Optional::orElseThrow)
        .compose(
            now ->
                now.edition() == event.edition() && now.state() != EventState.CANCELLED
                    ? Future.succeededFuture()
                    : InTurn.each(made, id -> service.followEvent(id, now)));
  }
}
