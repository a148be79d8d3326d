package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.event.Session;
import org.localityvoice.event.people.Sealing;
import org.localityvoice.mongo.Decision;

/** Finds doors, and makes them when they are first needed. */
final class Doors {
  private static final String KIND = "event.attendance/door";

  private final Vertx vertx;
  private final DoorStore store;
  private final Sealing sealing;
  private final SecureRandom random;

  Doors(Vertx vertx, DoorStore store, Sealing sealing, SecureRandom random) {
    this.vertx = vertx;
    this.store = store;
    this.sealing = sealing;
    this.random = random;
  }

  /** A door with its key in hand. */
  record Opened(Door door, DoorKey key) {}

  /** The door of a session, made if there is none. */
  Future<Opened> open(Session session) {
    return find(session.id())
        .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> make(session)));
  }

  private Future<Opened> make(Session session) {
    // Drawing a key is slow enough to be kept off the event loop.
    return vertx
        .executeBlocking(() -> DoorKey.draw(random).text(), false)
        .compose(key -> sealing.seal(KIND, session.id(), key))
        .map(
            hidden ->
                new Door(
                    session.id(),
                    1,
                    hidden,
                    List.of(),
                    session.endsAt(),
                    session.endsAt().plus(Door.KEPT)))
        .compose(store::add)
        // Whoever was first has made the key that counts.
        .compose(added -> find(session.id()))
        .map(Optional::orElseThrow);
  }

  /** The door of a session, if there is one. */
  Future<Optional<Opened>> find(String session) {
    return store
        .find(session)
        .compose(
            found ->
                found
                    .map(door -> opened(door).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Opened> opened(Door door) {
    return sealing
        .open(KIND, door.id(), door.sealed())
        .map(text -> new Opened(door, DoorKey.of(text)));
  }

  <R> Future<R> change(String session, Function<Door, Decision<Door, R>> decide) {
    return store.change(session, decide);
  }
}
