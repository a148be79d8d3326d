package org.localityvoice.event.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;

/**
 * The door of one session. There is one as soon as somebody wants a ticket, or a device is made for
 * it.
 *
 * @param id of the session
 * @param sealed its {@link DoorKey}
 * @param devices those that were made for it, the revoked ones as well
 * @param lookAt when to look who did not come; absent once that is done
 * @param purgeAt when it is removed, with its key
 */
public record Door(
    @BsonId String id,
    long version,
    String sealed,
    List<Device> devices,
    @Nullable Instant lookAt,
    Instant purgeAt)
    implements Versioned {

  static final String COLLECTION = "doors";

  /** How many devices may be in use at a door. */
  static final int MOST_DEVICES = 20;

  /** As long as a retry may come. */
  static final Duration KEPT = Duration.ofDays(30);

  public Door {
    devices = List.copyOf(devices);
  }

  /** A device that was made here. */
  public Optional<Device> device(String deviceId) {
    return devices.stream().filter(one -> one.id().equals(deviceId)).findFirst();
  }

  /** The device with that token, unless it is revoked. */
  Optional<Device> holder(String hash) {
    return devices.stream()
        .filter(one -> !one.revoked() && DeviceToken.same(one.hash(), hash))
        .findFirst();
  }

  Door with(Device device) {
    var all = new ArrayList<>(devices);
    all.removeIf(one -> one.id().equals(device.id()));
    all.add(device);
    return new Door(id, version + 1, sealed, all, lookAt, purgeAt);
  }

  /** The session ends at another time, or has been looked at. */
  Door at(@Nullable Instant look, Instant endsAt) {
    return new Door(id, version + 1, sealed, devices, look, endsAt.plus(KEPT));
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return "door of " + id;
  }
}
