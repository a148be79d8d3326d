package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stands before publishing: looks for the clashes of an event's sessions as they are now, and lets
 * it pass when each is settled and none of them has to give way.
 */
final class ClashGate {
  /** So many clashes are named at most. */
  static final int MOST_NAMED = 100;

  private static final int AT_ONCE = 8;
  private static final int PAGE = 100;

  private final PlanReader plans;
  private final ClashSearch search;
  private final ClashStore store;
  private final InstantSource clock;

  ClashGate(PlanReader plans, ClashSearch search, ClashStore store, InstantSource clock) {
    this.plans = plans;
    this.search = search;
    this.store = store;
    this.clock = clock;
  }

  /**
   * The clashes that stand in the way, at most {@link #MOST_NAMED}; none where the event may be
   * published.
   */
  Future<List<Clash>> before(String event) {
    return plans
        .ofEvent(event)
        .compose(sessions -> refresh(ahead(sessions, clock.instant()), 0))
        .compose(done -> standing(event, ClashState.OPEN, Optional.empty(), new ArrayList<>()))
        .compose(found -> standing(event, ClashState.RESOLVED, Optional.empty(), found))
        .map(found -> found.stream().limit(MOST_NAMED).toList());
  }

  /** Those that are still to come; whatever was cancelled may still be said to clash. */
  private static List<String> ahead(List<Planned> sessions, Instant now) {
    return sessions.stream()
        .filter(session -> session.slot().startsAt().isAfter(now))
        .map(Planned::session)
        .toList();
  }

  private Future<Void> refresh(List<String> sessions, int start) {
    if (start >= sessions.size()) {
      return Future.succeededFuture();
    }
    var end = Math.min(sessions.size(), start + AT_ONCE);
    return Future.join(sessions.subList(start, end).stream().map(search::refresh).toList())
        .compose(done -> refresh(sessions, end));
  }

  private Future<List<Clash>> standing(
      String event, ClashState state, Optional<ClashStore.Mark> after, List<Clash> found) {
    return store
        .ofEvent(event, state, after, PAGE)
        .compose(
            page -> {
              page.stream().filter(clash -> standsBefore(clash, event)).forEach(found::add);
              return page.size() < PAGE || found.size() >= MOST_NAMED
                  ? Future.succeededFuture(found)
                  : standing(
                      event,
                      state,
                      Optional.of(ClashStore.Mark.of(page.get(page.size() - 1))),
                      found);
            });
  }

  private static boolean standsBefore(Clash clash, String event) {
    return clash.sides().stream()
        .filter(side -> side.event().equals(event))
        .anyMatch(side -> !Settlement.mayGoOn(clash, side));
  }
}
