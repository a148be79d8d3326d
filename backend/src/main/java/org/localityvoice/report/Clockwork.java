package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time alone does to a report: when its promise has passed, the owner is reminded and those
 * affected are asked; after that the next level is told, one by one.
 */
final class Clockwork {
  private static final int PAGE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  private final ReportStore store;
  private final Changes changes;
  private final Desks desks;
  private final InstantSource clock;

  Clockwork(ReportStore store, Changes changes, Desks desks, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.desks = desks;
    this.clock = clock;
  }

  /** Goes through all reports whose time has come. */
  Future<Void> run() {
    var now = clock.instant();
    return store
        .awake(now, PAGE)
        .compose(
            page -> {
              var reminded = Future.succeededFuture(0);
              for (var report : page) {
                reminded = reminded.compose(before -> remind(report, now).map(one -> before + one));
              }
              // A page that was full may have more behind it; what was reminded is not due any
              // more.
              return reminded.compose(
                  count -> page.size() == PAGE && count > 0 ? run() : Future.succeededFuture());
            });
  }

  /** How many were reminded, which is one or none: whatever is wrong with one stops no other. */
  private Future<Integer> remind(Report seen, Instant now) {
    return desks
        .of(seen)
        .compose(
            desk ->
                changes.unless(
                    seen.id(),
                    report -> !due(report, now),
                    (report, change) -> reminded(change, report, desk, now)))
        .map(1)
        .otherwise(
            failure -> {
              LOG.warn(
                  "nobody could be reminded of report {}: {}",
                  seen.id(),
                  failure.getClass().getSimpleName());
              return 0;
            });
  }

  private static boolean due(Report report, Instant now) {
    return report.wakeAt() != null && !report.wakeAt().isAfter(now);
  }

  /** Pure: the entries that a passed promise leads to. */
  static void reminded(Change change, Report report, Desk desk, Instant now) {
    var standing = report.standing();
    var level = standing.chased();
    desk.level(level, standing.owner())
        .ifPresent(
            whom ->
                change.add((sequence, at) -> new InternalEvent.Chased(sequence, at, level, whom)));
    if (level == 0) {
      Lifecycle.ask(change, report, Occasion.PROMISE_PASSED);
    }
    var more = desk.level(level + 1, standing.owner()).isPresent();
    change.chaseAt(more ? desk.nextChase(now) : null);
  }
}
