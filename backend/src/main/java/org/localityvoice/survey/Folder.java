package org.localityvoice.survey;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.localityvoice.survey.CellStore.Fold;

/**
 * Counts answers into cells, each exactly once, whoever is cut off where. The steps:
 *
 * <ol>
 *   <li><b>choose</b>: the ids of waiting answers and the next batch number go into the wave's fold
 *       document, by compare-and-set. From here on the batch is fixed.
 *   <li><b>claim</b>: each of these answers is marked with the batch number. One that was taken
 *       back before stays out; one that is marked can no longer be taken back.
 *   <li><b>apply</b>: the marked answers are opened, shuffled, and written as responses where they
 *       are not there yet; they are counted and added to each cell whose last batch is an earlier
 *       one. Batches of a wave come one after the other, so a cell that has a later batch has this
 *       one as well.
 *   <li><b>finish</b>: of the marked answers only that their ballots are spent is left, and the
 *       fold document's list is emptied, by compare-and-set.
 * </ol>
 *
 * <p>Every step may be repeated, by anybody, at any time. While a wave takes answers a batch has at
 * least {@link #FEWEST}, so that whoever saw when an answer came cannot tell which of them it is;
 * fewer wait, and at the end the last ones are counted as they are.
 */
final class Folder {
  private static final int MOST = 500;

  /** As many as a figure must have to be shown at all. */
  static final int FEWEST = 10;

  private final ArrivalStore arrivals;
  private final ResponseStore responses;
  private final CellStore cells;
  private final Function<String, Future<AnswerSeal>> seals;
  private final Random random;

  /**
   * A folder.
   *
   * @param seals what opens the answers of a wave, by its id
   * @param random shuffles; good enough for secrets
   */
  Folder(
      ArrivalStore arrivals,
      ResponseStore responses,
      CellStore cells,
      Function<String, Future<AnswerSeal>> seals,
      Random random) {
    this.arrivals = arrivals;
    this.responses = responses;
    this.cells = cells;
    this.seals = seals;
    this.random = random;
  }

  /** Folds one batch, first the one that somebody left; false when too few wait. */
  Future<Boolean> foldOne(String wave, int fewest) {
    return choose(wave, fewest)
        .compose(
            fold ->
                fold.ids().isEmpty()
                    ? Future.succeededFuture(false)
                    : claim(fold)
                        .compose(claimed -> apply(fold))
                        .compose(applied -> finish(fold))
                        .map(true));
  }

  /** Folds until too few wait, or so many batches are done; true when too few wait. */
  Future<Boolean> foldAll(String wave, int mostBatches, int fewest) {
    if (mostBatches == 0) {
      return Future.succeededFuture(false);
    }
    return foldOne(wave, fewest)
        .compose(
            more -> more ? foldAll(wave, mostBatches - 1, fewest) : Future.succeededFuture(true));
  }

  /** The batch at hand: an unfinished one, or a new one; without ids when too few wait. */
  Future<Fold> choose(String wave, int fewest) {
    return cells
        .fold(wave)
        .compose(
            fold ->
                fold.ids().isEmpty() && !fold.ended()
                    ? arrivals.waiting(wave, MOST).compose(ids -> begin(fold, ids, fewest))
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

  private Future<Fold> begin(Fold idle, List<String> ids, int fewest) {
    if (ids.isEmpty() || ids.size() < fewest) {
      return Future.succeededFuture(idle);
    }
    var next = idle.next(ids);
    return cells
        .replace(idle, next)
        .compose(won -> won ? Future.succeededFuture(next) : choose(idle.id(), fewest));
  }

  Future<Void> claim(Fold fold) {
    return arrivals.mark(fold.ids(), fold.batch());
  }

  Future<Void> apply(Fold fold) {
    return open(fold)
        .compose(
            batch -> {
              var tally = Tally.of(batch);
              return write(batch)
                  .compose(written -> addAll(fold, tally, new ArrayList<>(tally.cells())));
            });
  }

  /** The marked answers, opened and shuffled. */
  Future<List<Response>> open(Fold fold) {
    return arrivals
        .batch(fold.ids(), fold.batch())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(List.of())
                    : seals.apply(fold.id()).map(seal -> open(found, seal, fold.batch())));
  }

  private List<Response> open(List<Arrival> found, AnswerSeal seal, int batch) {
    var opened = new ArrayList<Response>();
    for (var arrival : found) {
      opened.add(seal.open(arrival.id(), Objects.requireNonNull(arrival.sealed())).in(batch));
    }
    Collections.shuffle(opened, random);
    return opened;
  }

  Future<Void> write(List<Response> batch) {
    return batch.isEmpty() ? Future.succeededFuture() : responses.add(batch);
  }

  private Future<Void> addAll(Fold fold, Tally tally, List<String> keys) {
    return Future.all(keys.stream().map(key -> add(fold, tally, key)).toList()).mapEmpty();
  }

  Future<Void> add(Fold fold, Tally tally, String cell) {
    return cells.add(fold.id(), cell, fold.batch(), tally);
  }

  /** When somebody else has finished it already, that is as good. */
  Future<Void> finish(Fold fold) {
    return arrivals
        .counted(fold.ids(), fold.batch())
        .compose(counted -> cells.replace(fold, fold.done()))
        .mapEmpty();
  }
}
