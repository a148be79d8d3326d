package org.localityvoice.event;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.NewAllotment;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.InTurn;

/**
 * Whether pools have room for the sessions that are to be published; of places it knows nothing.
 */
final class PoolRoom {
  private final Allotments allotments;

  PoolRoom(Allotments allotments) {
    this.allotments = allotments;
  }

  /**
   * Looks before anything is published. Whoever publishes at the same time can still be faster:
   * what finds no room then stays a draft, and the next try says so.
   *
   * @param drafts by start
   * @return fails with the conflict {@code pool-full} that names those without room
   */
  Future<Void> check(List<Session> drafts) {
    var pools =
        drafts.stream()
            .filter(one -> one.poolCapacity() != null)
            .collect(
                Collectors.groupingBy(Session::allotmentId, TreeMap::new, Collectors.toList()));
    var without = new ArrayList<Session>();
    return InTurn.each(
            pools.entrySet(),
            pool ->
                allotments
                    .read(pool.getKey())
                    .map(
                        read -> {
                          without.addAll(beyond(pool.getValue(), read));
                          return null;
                        }))
        .map(
            looked -> {
              if (!without.isEmpty()) {
                throw full(without);
              }
              return null;
            });
  }

  private static List<Session> beyond(List<Session> wanted, Optional<Allotment> pool) {
    var room = NewAllotment.MOST_SESSIONS - pool.map(one -> one.sessions().size()).orElse(0);
    return wanted.stream()
        .filter(one -> pool.flatMap(there -> there.session(one.id())).isEmpty())
        .skip(Math.max(room, 0))
        .toList();
  }

  private static Problem full(List<Session> without) {
    return Problem.conflict("pool-full", NewAllotment.MOST_SESSIONS)
        .conflicting(without.stream().map(Session::id).toList())
        .hinderedBy(without.stream().limit(Hindrance.MOST).map(Hindrance::withoutRoom).toList());
  }
}
