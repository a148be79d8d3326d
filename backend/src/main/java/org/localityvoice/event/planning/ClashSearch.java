package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Brings the clashes of a session up to date with the sessions as they are. It may be done at any
 * time, by anybody, again, and by several at once: whoever has written looks once more, and begins
 * anew where something has changed meanwhile; so the last to write has seen what is there.
 */
final class ClashSearch {
  private static final int MOST_TRIES = 8;
  private static final int MOST_STANDING = 1_000;

  private final PlanReader plans;
  private final ClashStore store;
  private final Areas areas;
  private final Relay relay;
  private final InstantSource clock;

  ClashSearch(PlanReader plans, ClashStore store, Areas areas, Relay relay, InstantSource clock) {
    this.plans = plans;
    this.store = store;
    this.areas = areas;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * What was seen.
   *
   * @param others sessions that it might clash with, by id
   * @param standing clashes that it is said to have
   */
  private record Look(Planned one, List<Planned> others, List<Clash> standing) {
    boolean sameSessions(Look later) {
      return one.equals(later.one) && others.equals(later.others);
    }

    long edition(String session) {
      return one.session().equals(session)
          ? one.edition()
          : others.stream()
              .filter(other -> other.session().equals(session))
              .mapToLong(Planned::edition)
              .findFirst()
              .orElse(0);
    }
  }

  /** Finds the clashes of a session, and ends those that it has no more. */
  Future<Void> refresh(String session) {
    return areas
        .area()
        .compose(
            area -> area.isPresent() ? refresh(session, area.get(), 1) : Future.succeededFuture());
  }

  private Future<Void> refresh(String session, Area area, int attempt) {
    return look(session, area)
        .compose(
            seen -> {
              if (seen.isEmpty()) {
                return Future.succeededFuture();
              }
              return write(seen.get(), OfficeTime.of(area), clock.instant())
                  .compose(
                      written ->
                          written
                              ? look(session, area)
                                  .compose(later -> again(seen.get(), later, area, attempt))
                              : Future.succeededFuture());
            });
  }

  private Future<Void> again(Look seen, Optional<Look> later, Area area, int attempt) {
    if (later.filter(seen::sameSessions).isPresent()) {
      return Future.succeededFuture();
    }
    return attempt == MOST_TRIES
        ? Future.failedFuture(Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)))
        : refresh(seen.one().session(), area, attempt + 1);
  }

  private Future<Optional<Look>> look(String session, Area area) {
    return plans
        .session(session)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Look>empty())
                    : look(found.get(), area).map(Optional::of));
  }

  private Future<Look> look(Planned one, Area area) {
    return store
        .standingOf(one.session(), MOST_STANDING)
        .compose(
            standing -> {
              // One that has a wider reach may have found this one.
              var known =
                  standing.stream()
                      .flatMap(clash -> clash.sides().stream())
                      .map(Side::session)
                      .filter(id -> !id.equals(one.session()))
                      .toList();
              return Future.all(plans.beside(one, area), plans.sessions(known))
                  .map(
                      both ->
                          new Look(one, together(both.resultAt(0), both.resultAt(1)), standing));
            });
  }

  private static List<Planned> together(List<Planned> beside, List<Planned> known) {
    var all = new TreeMap<String, Planned>();
    beside.forEach(one -> all.put(one.session(), one));
    known.forEach(one -> all.put(one.session(), one));
    return List.copyOf(all.values());
  }

  /** Whether there was anything to write. */
  private Future<Boolean> write(Look seen, OfficeTime time, Instant now) {
    var pairings =
        Pairing.among(seen.one(), seen.others()).stream()
            .filter(pairing -> pairing.startsAt().isAfter(now))
            .sorted(Comparator.comparing(Pairing::id))
            .toList();
    var ids = pairings.stream().map(Pairing::id).collect(Collectors.toSet());
    var written = Future.succeededFuture(false);
    for (var pairing : pairings) {
      written =
          written.compose(
              before -> found(pairing, seen.standing(), time, now).map(did -> before || did));
    }
    for (var clash : seen.standing()) {
      if (!ids.contains(clash.id())) {
        written = written.compose(before -> gone(clash, seen, time, now).map(true));
      }
    }
    return written.onSuccess(
        any -> {
          if (any) {
            relay.nudge();
          }
        });
  }

  private Future<Boolean> found(
      Pairing pairing, List<Clash> standing, OfficeTime time, Instant now) {
    var known = standing.stream().filter(clash -> clash.id().equals(pairing.id())).findFirst();
    if (known.isPresent()
        && ClashLife.found(known.get(), pairing, time, now) instanceof Decision.Keep) {
      return Future.succeededFuture(false);
    }
    return store
        .add(ClashLife.fresh(pairing, time, now))
        .compose(
            added ->
                added
                    ? Future.succeededFuture(true)
                    : store
                        .change(pairing.id(), clash -> ClashLife.found(clash, pairing, time, now))
                        .map(true));
  }

  private Future<Clash> gone(Clash clash, Look seen, OfficeTime time, Instant now) {
    var editions = clash.sides().stream().map(side -> seen.edition(side.session())).toList();
    return store.change(clash.id(), one -> ClashLife.gone(one, editions, time, now));
  }
}
