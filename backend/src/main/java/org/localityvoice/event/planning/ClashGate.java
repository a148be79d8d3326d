package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.event.Event;
import org.localityvoice.event.Hindrance;
import org.localityvoice.event.PublishGate;
import org.localityvoice.event.Session;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;

/**
 * Stands before publishing: looks for the clashes of the sessions as they are now, and lets them
 * pass when each is settled and none of them has to give way. What was published before does not
 * hold up what comes later.
 */
final class ClashGate implements PublishGate {
  /** So many clashes a refusal names at most. */
  static final int MOST_NAMED = 100;

  private static final int AT_ONCE = 8;
  private static final int PAGE = 100;

  private final ClashSearch search;
  private final ClashStore store;
  private final InstantSource clock;

  ClashGate(ClashSearch search, ClashStore store, InstantSource clock) {
    this.search = search;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Future<Void> check(Event event, List<Session> sessions) {
    var now = clock.instant();
    var ahead =
        sessions.stream()
            .filter(session -> session.startsAt().isAfter(now))
            .map(Session::id)
            .collect(Collectors.toSet());
    return refresh(List.copyOf(ahead), 0)
        .compose(done -> standing(event.id(), ahead, ClashState.OPEN, Optional.empty(), List.of()))
        .compose(open -> standing(event.id(), ahead, ClashState.RESOLVED, Optional.empty(), open))
        .compose(ClashGate::pass);
  }

  private static Future<Void> pass(List<Clash> standing) {
    if (standing.isEmpty()) {
      return Future.succeededFuture();
    }
    var named = standing.stream().limit(MOST_NAMED).toList();
    var codes = named.stream().map(clash -> clash.code().name()).distinct().sorted().toList();
    return Future.failedFuture(
        Problem.conflict("event-clashes", String.join(", ", codes))
            .conflicting(named.stream().map(Clash::id).toList())
            .hinderedBy(named.stream().limit(Hindrance.MOST).map(ClashViews::hindrance).toList()));
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
      String event,
      Set<String> sessions,
      ClashState state,
      Optional<ListMark> after,
      List<Clash> before) {
    return store
        .ofEvent(event, state, after, PAGE)
        .compose(
            page -> {
              var found = new ArrayList<>(before);
              page.stream().filter(clash -> standsBefore(clash, sessions)).forEach(found::add);
              return page.size() < PAGE || found.size() >= MOST_NAMED
                  ? Future.succeededFuture(found)
                  : standing(
                      event, sessions, state, Optional.of(page.get(page.size() - 1).mark()), found);
            });
  }

  private static boolean standsBefore(Clash clash, Set<String> sessions) {
    return clash.sides().stream()
        .filter(side -> sessions.contains(side.session()))
        .anyMatch(side -> !Settlement.mayGoOn(clash, side));
  }
}
