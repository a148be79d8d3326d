package org.localityvoice.survey;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.survey.CellStore.Fold;

/**
 * Counts answers into cells, each exactly once, whoever is cut off where. The steps:
 *
 * <ol>
 *   <li><b>choose</b>: the ids of waiting answers and the next batch number go into the wave's fold
 *       document, by compare-and-set. From here on the batch is fixed.
 *   <li><b>claim</b>: each of these answers is marked with the batch number. One that was taken
 *       back before stays out; one that is marked can no longer be taken back.
 *   <li><b>apply</b>: the marked answers are counted and added to each cell whose last batch is an
 *       earlier one. Batches of a wave come one after the other, so a cell that has a later batch
 *       has this one as well.
 *   <li><b>finish</b>: the fold document's list is emptied, by compare-and-set.
 * </ol>
 *
 * <p>Every step may be repeated, by anybody, at any time.
 */
final class Folder {
  private static final int MOST = 500;

  private final ResponseStore responses;
  private final CellStore cells;

  Folder(ResponseStore responses, CellStore cells) {
    this.responses = responses;
    this.cells = cells;
  }

  /** Folds one batch, first the one that somebody left; false when nothing waits. */
  Future<Boolean> foldOne(String wave) {
    return choose(wave)
        .compose(
            fold ->
                fold.ids().isEmpty()
                    ? Future.succeededFuture(false)
                    : claim(fold)
                        .compose(claimed -> apply(fold))
                        .compose(applied -> finish(fold))
                        .map(true));
  }

  /** Folds until nothing waits, or so many batches are done; true when nothing waits. */
  Future<Boolean> foldAll(String wave, int mostBatches) {
    if (mostBatches == 0) {
      return Future.succeededFuture(false);
    }
    return foldOne(wave)
        .compose(more -> more ? foldAll(wave, mostBatches - 1) : Future.succeededFuture(true));
  }

  /** The batch at hand: an unfinished one, or a new one; without ids when nothing waits. */
  Future<Fold> choose(String wave) {
    return cells
        .fold(wave)
        .compose(
            fold ->
                fold.ids().isEmpty() && !fold.ended()
                    ? responses.waiting(wave, MOST).compose(ids -> begin(fold, ids))
                    : Future.succeededFuture(fold));
  }

  /**
   * Ends counting for good, so that a folder which saw the wave before its end cannot count what
   * comes after it; false when it has begun another batch.
   */
  Future<Boolean> end(String wave) {
    return cells
        .fold(wave)
        .compose(
            fold ->
                fold.ended() || !fold.ids().isEmpty()
                    ? Future.succeededFuture(fold.ended())
                    : cells.replace(fold, fold.end()));
  }

  private Future<Fold> begin(Fold idle, List<String> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(idle);
    }
    var next = idle.next(ids);
    return cells
        .replace(idle, next)
        .compose(won -> won ? Future.succeededFuture(next) : choose(idle.id()));
  }

  Future<Void> claim(Fold fold) {
    return responses.mark(fold.ids(), fold.batch());
  }

  Future<Void> apply(Fold fold) {
    return tally(fold).compose(tally -> addAll(fold, tally, new ArrayList<>(tally.cells())));
  }

  Future<Tally> tally(Fold fold) {
    return responses.batch(fold.ids(), fold.batch()).map(Tally::of);
  }

  private Future<Void> addAll(Fold fold, Tally tally, List<String> keys) {
    return Future.all(keys.stream().map(key -> add(fold, tally, key)).toList()).mapEmpty();
  }

  Future<Void> add(Fold fold, Tally tally, String cell) {
    return cells.add(fold.id(), cell, fold.batch(), tally);
  }

  /** When somebody else has finished it already, that is as good. */
  Future<Void> finish(Fold fold) {
    return cells.replace(fold, fold.done()).mapEmpty();
  }
}
