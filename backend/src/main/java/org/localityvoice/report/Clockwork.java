package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time alone does to a report: when its promise has passed, the owner is reminded and those
 * affected are asked; after that the next level is told, one by one.
 */
final class Clockwork {
  private static final int PAGE = 100;

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
              var all = Future.<Report>succeededFuture();
              for (var report : page) {
                all = all.compose(before -> remind(report, now));
              }
              // A page that was full may have more behind it; nothing in it is due any more.
              return page.size() == PAGE ? all.compose(done -> run()) : all.mapEmpty();
            });
  }

  private Future<Report> remind(Report seen, Instant now) {
    return desks
        .of(seen.category())
        .compose(
            desk ->
                changes.unless(
                    seen.id(),
                    report -> !due(report, now),
                    (report, change) ->
                        desk.ifPresentOrElse(
                            known -> reminded(change, report, known, now),
                            // Nobody's rules any more: nothing to remind anybody by.
                            () -> change.chaseAt(null))));
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
