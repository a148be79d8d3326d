package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.PurgeLog;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.outbox.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time alone does to clashes: managers are told, what has begun is over, and is forgotten. */
final class ClashWatch {
  /** How long it is kept what was said of a clash, from when the first session began. */
  static final Duration KEPT = Duration.ofDays(365);

  private static final int PAGE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(ClashWatch.class);

  private final ClashStore store;
  private final PurgeLog log;
  private final Areas areas;
  private final Relay relay;
  private final InstantSource clock;

  ClashWatch(ClashStore store, PurgeLog log, Areas areas, Relay relay, InstantSource clock) {
    this.store = store;
    this.log = log;
    this.areas = areas;
    this.relay = relay;
    this.clock = clock;
  }

  /** Goes through all clashes whose time has come. */
  Future<Void> run() {
    return areas
        .area()
        .compose(area -> area.isPresent() ? run(area.get()) : Future.succeededFuture());
  }

  /** Removes what is kept for nothing any more, and notes how much. */
  Future<Void> purge() {
    return store
        .purge(clock.instant().minus(KEPT), PAGE)
        .compose(
            removed ->
                log.removed(Clash.COLLECTION, removed)
                    .compose(noted -> removed < PAGE ? Future.succeededFuture() : purge()));
  }

  private Future<Void> run(Area area) {
    var now = clock.instant();
    return store
        .due(now, PAGE)
        .compose(
            page ->
                all(page, OfficeTime.of(area), now)
                    .compose(
                        done -> page.size() == PAGE && done > 0 ? run(area) : told(page, done)));
  }

  private Future<Void> told(List<Clash> page, int done) {
    if (!page.isEmpty() && done > 0) {
      relay.nudge();
    }
    return Future.succeededFuture();
  }

  private Future<Integer> all(List<Clash> page, OfficeTime time, Instant now) {
    var woken = Future.succeededFuture(0);
    for (var clash : page) {
      woken = woken.compose(before -> wake(clash, time, now).map(one -> before + one));
    }
    return woken;
  }

  /** How many were woken, which is one or none: whatever is wrong with one stops no other. */
  private Future<Integer> wake(Clash seen, OfficeTime time, Instant now) {
    return store
        .change(seen.id(), clash -> ClashLife.woken(clash, time, now))
        .map(1)
        .otherwise(
            failure -> {
              LOG.warn(
                  "clash {} could not be looked at: {}",
                  seen.id(),
                  failure.getClass().getSimpleName());
              return 0;
            });
  }
}
