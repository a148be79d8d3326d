package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import java.time.InstantSource;
import org.localityvoice.event.Events;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;

/** Shows take-up as it was counted, to staff of the locality. */
final class TakeUpService {
  private final TakeUpStore store;
  private final Events events;
  private final Areas areas;
  private final InstantSource clock;

  TakeUpService(TakeUpStore store, Events events, Areas areas, InstantSource clock) {
    this.store = store;
    this.events = events;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * The take-up of a quarter.
   *
   * @return fails with {@code period-not-over}, and with {@code take-up-not-counted} where it is
   *     over but was not counted
   */
  Future<TakeUp> of(String locality, Quarter quarter, Caller caller) {
    caller.mustWorkIn(locality);
    return areas
        .find(locality)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            there -> {
              if (clock.instant().isBefore(quarter.over(events.zone()))) {
                throw Problem.conflict("period-not-over", quarter.name());
              }
              return store.find(TakeUp.id(locality, quarter));
            })
        .map(
            found ->
                found.orElseThrow(() -> Problem.conflict("take-up-not-counted", quarter.name())));
  }
}
