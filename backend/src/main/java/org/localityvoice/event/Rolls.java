package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * Sees that no event has more than {@link Events#MOST_SESSIONS} sessions. Whoever makes some asks
 * for room first, and gives back what they did not need.
 */
final class Rolls {
  private final RollStore rolls;
  private final SessionStore sessions;
  private final InstantSource clock;

  Rolls(RollStore rolls, SessionStore sessions, InstantSource clock) {
    this.rolls = rolls;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Takes room for sessions, all of them or none; those that are there already need none.
   *
   * @return names the attempt; fails with the conflict {@code too-many-sessions}
   */
  Future<Long> claim(String event, Collection<String> wanted) {
    return rolls
        .open(event)
        .compose(open -> sessions.ofEvent(event))
        .map(found -> found.stream().map(Session::id).collect(Collectors.toSet()))
        .compose(
            there ->
                rolls.change(
                    event,
                    roll -> {
                      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                      var missing = wanted.stream().filter(one -> !there.contains(one)).toList();
                      var next =
                          roll.with(missing, there, now, Events.MOST_SESSIONS)
                              .orElseThrow(
                                  () ->
                                      Problem.conflict("too-many-sessions", Events.MOST_SESSIONS));
                      return Decision.replace(next, roll.attempt());
                    }));
  }

  /** Gives back the room of those that an attempt has not made. */
  Future<Void> settle(String event, Collection<String> wanted, long attempt) {
    return sessions
        .all(wanted)
        .map(
            found ->
                found.stream()
                    .filter(one -> one.eventId().equals(event))
                    .map(Session::id)
                    .collect(Collectors.toSet()))
        .map(made -> wanted.stream().filter(one -> !made.contains(one)).toList())
        .compose(
            failed ->
                failed.isEmpty()
                    ? Future.succeededFuture()
                    : rolls
                        .<Boolean>change(
                            event, roll -> Decision.replace(roll.without(failed, attempt), true))
                        .mapEmpty());
  }
}
