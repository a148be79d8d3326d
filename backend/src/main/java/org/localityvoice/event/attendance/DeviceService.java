package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Session;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.problem.Problem;

/** Devices for the door of one session: made, listed, revoked. */
final class DeviceService {
  private final DoorAccess access;
  private final Doors doors;
  private final InstantSource clock;

  DeviceService(DoorAccess access, Doors doors, InstantSource clock) {
    this.access = access;
    this.doors = doors;
    this.clock = clock;
  }

  /**
   * A device that was just made.
   *
   * @param token kept nowhere, so this is the time to show it
   */
  record Made(Device device, Session session, String token) {
    /** Without the token. */
    @Override
    public String toString() {
      return device.toString();
    }
  }

  /**
   * Makes a device. The token follows from the door's secret, who asks, and their key; so a retry
   * gets the same one although it is not stored. Whoever holds it reads who is to come, so only the
   * organiser's officers make one.
   */
  Future<Made> make(Caller caller, String sessionId, Optional<String> label, String key) {
    return access
        .ours(sessionId, caller)
        .compose(
            session -> {
              if (DoorAccess.hours(session).over(clock.instant())) {
                throw Problem.conflict("door-over");
              }
              return doors
                  .open(session)
                  .compose(opened -> made(caller, session, opened.key(), label, key));
            });
  }

  private Future<Made> made(
      Caller caller, Session session, DoorKey doorKey, Optional<String> label, String key) {
    var token = DeviceToken.of(doorKey.token(caller.uid(), key));
    @Nullable String called = label.orElse(null);
    var device =
        new Device(
            DerivedId.of("device", session.id(), caller.uid(), key).substring(0, 16),
            DeviceToken.hash(token),
            called,
            DoorAccess.signing(caller),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            null);
    return doors
        .<Device>change(session.id(), door -> added(door, device))
        .map(there -> new Made(there, session, token));
  }

  private static Decision<Door, Device> added(Door door, Device device) {
    var known = door.device(device.id());
    if (known.isPresent()) {
      if (!Objects.equals(known.get().label(), device.label())) {
        throw Problem.conflict("key-used-before");
      }
      if (known.get().revoked()) {
        throw Problem.conflict("device-revoked");
      }
      return Decision.keep(known.get());
    }
    if (door.devices().stream().filter(one -> !one.revoked()).count() >= Door.MOST_DEVICES
        || door.devices().size() >= Door.MOST_DEVICES * 5) {
      throw Problem.conflict("too-many-devices", Door.MOST_DEVICES);
    }
    return Decision.replace(door.with(device), device);
  }

  /** Those made for a session, the oldest first. */
  Future<List<Device>> list(Caller caller, String sessionId) {
    return access
        .kept(sessionId, caller)
        .compose(session -> doors.find(sessionId))
        .map(found -> found.map(opened -> opened.door().devices()).orElse(List.of()));
  }

  /** From now on it opens nothing; again changes nothing. */
  Future<Void> revoke(Caller caller, String sessionId, String deviceId) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return access
        .kept(sessionId, caller)
        .compose(
            session ->
                doors.<Boolean>change(
                    sessionId,
                    door -> {
                      var device = door.device(deviceId).orElseThrow(Problem::notFound);
                      return device.revoked()
                          ? Decision.keep(false)
                          : Decision.replace(door.with(device.revoke(now)), true);
                    }))
        .mapEmpty();
  }
}
