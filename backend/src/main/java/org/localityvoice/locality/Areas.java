package org.localityvoice.locality;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.outbox.Outgoing;

/**
 * The council area and its localities, for every feature. What is read is remembered for a short
 * time, so that hot paths do not ask the store; an import by another instance is seen a second
 * after {@link #REMEMBERED} at the latest, one's own at once.
 */
public final class Areas {
  /** How long what was read is taken for what is. */
  public static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final AreaStore store;
  private final InstantSource clock;
  private final Remembered<Current> memory;

  /** The area in that store. */
  public Areas(AreaStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.memory =
        new Remembered<>(
            clock, REMEMBERED, () -> store.find().map(found -> found.map(Current::of)));
  }

  /** The locality of that id; empty for an id that is none, and before the first import. */
  public Future<Optional<Locality>> find(String localityId) {
    return area().map(area -> area.flatMap(found -> found.locality(localityId)));
  }

  /** Every locality, in the order of the file; empty before the first import. */
  public Future<List<Locality>> all() {
    return area().map(area -> area.map(Area::localities).orElse(List.of()));
  }

  /** The whole area; empty before the first import. */
  public Future<Optional<Area>> area() {
    return current().map(current -> current.map(Current::area));
  }

  /** When a locality was first imported; empty where that was not noted, or it is none. */
  public Future<Optional<Instant>> since(String localityId) {
    return current()
        .map(
            current ->
                current.flatMap(found -> Optional.ofNullable(found.since().get(localityId))));
  }

  /**
   * Replaces the area, all of it or nothing. Doing the same again changes nothing.
   *
   * @param effects what other features have to do about it, stored with it and carried out later,
   *     in order and at least once
   * @return fails with the conflict {@code locality-removed} when a locality would be lost
   */
  public Future<Replacement> replace(Area area, List<Outgoing> effects) {
    return store.replace(area, effects, clock.instant()).onComplete(done -> memory.forget());
  }

  /** The area with the digest that tells one import from the next. */
  Future<Optional<Current>> current() {
    return memory.get();
  }

  /**
   * The area as it is now.
   *
   * @param digest tells its import from others
   * @param languages those that its texts are complete in
   * @param reportingLanguages those that everything about reporting is written in
   * @param since when each locality came, as far as that was noted
   */
  record Current(
      Area area,
      String digest,
      Set<String> languages,
      Set<String> reportingLanguages,
      Map<String, Instant> since) {
    static Current of(AreaStore.Stored stored) {
      var area = stored.area();
      return new Current(
          area, stored.digest(), area.languages(), area.reporting().languages(), stored.since());
    }
  }
}
