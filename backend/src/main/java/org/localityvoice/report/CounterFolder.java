package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.report.CounterStore.Fold;

/**
 * Counts reports into counters, each change exactly once, whoever is cut off where. The steps:
 *
 * <ol>
 *   <li><b>choose</b>: which reports, what they are counted as and what they ought to be, and the
 *       next batch number go into the one fold document, by compare-and-set. From here on the batch
 *       is fixed: what a report becomes meanwhile is for a later one.
 *   <li><b>apply</b>: the differences are added to each counter whose last batch is an earlier one.
 *       Batches come one after the other, so a counter that has a later batch has this one as well.
 *   <li><b>mark</b>: each report is told what it is counted as now, and by which batch, unless it
 *       was told so already or by a later batch. It waits no longer, unless it has changed.
 *   <li><b>finish</b>: the fold document's list is emptied, by compare-and-set.
 * </ol>
 *
 * <p>Every step may be repeated, by anybody, at any time. The next batch is chosen only after every
 * report of the last one is marked, so what it begins from is what the counters hold.
 */
final class CounterFolder {
  private static final int MOST = 200;
  private static final int MOST_BATCHES = 10;

  private final CounterStore store;

  CounterFolder(CounterStore store) {
    this.store = store;
  }

  /** One run of the job, which is never a long one; false when more waits for the next. */
  Future<Boolean> run() {
    return foldAll(MOST_BATCHES);
  }

  /** Folds until nothing waits, or so many batches are done; true when nothing waits. */
  Future<Boolean> foldAll(int mostBatches) {
    if (mostBatches == 0) {
      return Future.succeededFuture(false);
    }
    return foldOne()
        .compose(more -> more ? foldAll(mostBatches - 1) : Future.succeededFuture(true));
  }

  /** Folds one batch, first the one that somebody left; false when nothing waits. */
  Future<Boolean> foldOne() {
    return choose()
        .compose(
            fold ->
                fold.reports().isEmpty()
                    ? Future.succeededFuture(false)
                    : apply(fold)
                        .compose(applied -> mark(fold))
                        .compose(marked -> finish(fold))
                        .map(true));
  }

  /** The batch at hand: an unfinished one, or a new one; without reports when nothing waits. */
  Future<Fold> choose() {
    return store
        .fold()
        .compose(
            fold ->
                fold.reports().isEmpty()
                    ? store.waiting(MOST).compose(waiting -> begin(fold, waiting))
                    : Future.succeededFuture(fold));
  }

  private Future<Fold> begin(Fold idle, List<CountedRow> waiting) {
    if (waiting.isEmpty()) {
      return Future.succeededFuture(idle);
    }
    var next = idle.next(waiting.stream().map(CountedRow::recount).toList());
    return store.replace(idle, next).compose(won -> won ? Future.succeededFuture(next) : choose());
  }

  Future<Void> apply(Fold fold) {
    return Future.all(
            Tallies.of(fold.reports()).sums().entrySet().stream()
                .map(counter -> store.add(counter.getKey(), fold.batch(), counter.getValue()))
                .toList())
        .mapEmpty();
  }

  Future<Void> mark(Fold fold) {
    return store.mark(fold);
  }

  /** When somebody else has finished it already, that is as good. */
  Future<Void> finish(Fold fold) {
    return store.replace(fold, fold.done()).mapEmpty();
  }
}
