package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.localityvoice.schedule.InTurn;

/**
 * Tells the leads of a locality that the day has come on which somebody said they would look again
 * at what an incident holds. It holds on until they let go: nothing is lost because somebody was
 * away. They are told once for each day that was set, like of a new note without saying of which.
 */
final class HoldReviews {
  private static final int AT_ONCE = 100;

  private final IncidentStore store;
  private final Runnable nudge;
  private final InstantSource clock;
  private final ZoneId zone;

  HoldReviews(IncidentStore store, Runnable nudge, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.nudge = nudge;
    this.clock = clock;
    this.zone = zone;
  }

  /** One round. */
  Future<Void> run() {
    var now = clock.instant();
    return store
        .toReview(LocalDate.ofInstant(now, zone), AT_ONCE)
        .compose(
            page ->
                InTurn.eachByItself("a day to look again", page, this::remind)
                    .compose(
                        done ->
                            page.size() < AT_ONCE || done == 0 ? Future.succeededFuture() : run()));
  }

  private Future<Void> remind(Incident one) {
    var now = clock.instant();
    return Optional.ofNullable(one.hold())
        .map(Incident.Hold::reviewOn)
        .map(
            on ->
                store
                    .remind(
                        one.id(), on, now, IncidentAlert.review(one.id(), on, one.locality(), now))
                    .onSuccess(done -> nudge.run()))
        .orElseGet(Future::succeededFuture);
  }
}
