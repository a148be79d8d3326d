package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.localityvoice.event.Diary.Claim;
import org.localityvoice.event.Spaces.Claimed;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/** Claims times for somebody, and tells them what is in the way as far as they may know it. */
final class SpaceClaims {
  private final Spaces spaces;
  private final SessionStore sessions;

  SpaceClaims(Spaces spaces, SessionStore sessions) {
    this.spaces = spaces;
    this.sessions = sessions;
  }

  /** Takes all the times, or fails with the conflict {@code space-taken}. */
  Future<Claimed> claim(String space, List<Claim> claims, Duration setUp, Caller caller) {
    return spaces
        .claim(space, claims, setUp)
        .compose(
            claimed ->
                claimed.granted()
                    ? Future.succeededFuture(claimed)
                    : sessions.all(claimed.inTheWay()).compose(found -> taken(found, caller)));
  }

  private static Future<Claimed> taken(List<Session> inTheWay, Caller caller) {
    var known =
        inTheWay.stream()
            .filter(one -> EventAccess.mayKnow(caller, one))
            .sorted(Comparator.comparing(Session::id))
            .toList();
    return Future.failedFuture(
        Problem.conflict("space-taken")
            .conflicting(known.stream().map(Session::id).toList())
            .hinderedBy(known.stream().limit(Hindrance.MOST).map(Hindrance::inTheSpace).toList()));
  }
}
