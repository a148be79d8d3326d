package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.http.Limit;
import org.localityvoice.http.Limiter;
import org.localityvoice.problem.Problem;

/**
 * Lets devices in: with their token, to their session, from 48 h before it to 24 h after it.
 * Everything else is as if the session were not there.
 */
final class DeviceGate {
  private final Doors doors;
  private final DoorAccess access;
  private final Events events;
  private final Limiter limiter;
  private final InstantSource clock;

  DeviceGate(Doors doors, DoorAccess access, Events events, Limiter limiter, InstantSource clock) {
    this.doors = doors;
    this.access = access;
    this.events = events;
    this.limiter = limiter;
    this.clock = clock;
  }

  /** Who calls; fails with not-found for whoever may not, or not now. */
  Future<AtDoor> holder(String sessionId, Optional<String> token) {
    var hash = token.filter(DeviceToken::isOne).map(DeviceToken::hash);
    if (hash.isEmpty()) {
      return Future.failedFuture(Problem.notFound());
    }
    return doors
        .find(sessionId)
        .compose(
            found -> {
              var opened = found.orElseThrow(Problem::notFound);
              var device = opened.door().holder(hash.get()).orElseThrow(Problem::notFound);
              limiter.take(Limit.DEVICE, device.id());
              return at(sessionId, opened.key(), device);
            });
  }

  private Future<AtDoor> at(String sessionId, DoorKey key, Device device) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return access
        .published(sessionId)
        .compose(
            session -> {
              if (!DoorAccess.hours(session).kept(now)) {
                throw Problem.notFound();
              }
              return events
                  .event(session.eventId())
                  .map(
                      event ->
                          new AtDoor(
                              session, event.orElseThrow(Problem::notFound), key, device, now));
            });
  }
}
