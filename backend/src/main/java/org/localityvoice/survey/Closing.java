package org.localityvoice.survey;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;

/** Folds the answers of all unfinished waves, and ends the waves that take no more. */
final class Closing {
  private static final int MOST_BATCHES_A_RUN = 50;
  // While a wave is open answers come first: counting one costs the store more than taking it, so
  // in a rush they are counted at this pace, and what is left over when it is calm again.
  private static final int MOST_BATCHES_WHILE_OPEN = 1;

  private final WaveStore waves;
  private final Folder folder;
  private final WaveKeys keys;
  private final Clock clock;

  Closing(WaveStore waves, Folder folder, WaveKeys keys, Clock clock) {
    this.waves = waves;
    this.folder = folder;
    this.keys = keys;
    this.clock = clock;
  }

  /** One run of the folding job over every unfinished wave. */
  Future<Void> run() {
    return waves.unfinished().compose(this::eachInTurn);
  }

  /** Whether every wave is either open or closed. */
  Future<Boolean> settled() {
    return waves
        .unfinished()
        .map(found -> found.stream().noneMatch(wave -> wave.state() == WaveState.CLOSING));
  }

  private Future<Void> eachInTurn(List<Wave> left) {
    if (left.isEmpty()) {
      return Future.succeededFuture();
    }
    var wave = left.get(0);
    Future<Void> done =
        wave.state() == WaveState.CLOSING
            ? finish(wave, MOST_BATCHES_A_RUN).mapEmpty()
            : folder.foldAll(wave.id(), MOST_BATCHES_WHILE_OPEN, Folder.FEWEST).mapEmpty();
    // A wave that cannot be counted is told at the end; it must not keep the others waiting.
    return done.eventually(() -> eachInTurn(left.subList(1, left.size())));
  }

  /** Counts what is left of a closing wave and ends it; as it is when it is not closing. */
  Future<Wave> finish(Wave wave, int mostBatches) {
    if (wave.state() != WaveState.CLOSING) {
      return Future.succeededFuture(wave);
    }
    return keys.destroyBallots(wave)
        .compose(destroyed -> folder.foldAll(wave.id(), mostBatches, 1))
        .compose(all -> all ? end(wave, mostBatches) : Future.succeededFuture(wave));
  }

  private Future<Wave> end(Wave wave, int mostBatches) {
    return folder
        .end(wave.id())
        .compose(
            ended ->
                ended
                    ? keys.destroyAnswers(wave)
                        .compose(destroyed -> waves.change(wave.id(), this::closed))
                    : finish(wave, mostBatches - 1));
  }

  private Decision<Wave, Wave> closed(Wave wave) {
    if (wave.state() != WaveState.CLOSING) {
      return Decision.keep(wave);
    }
    var next = wave.closed(effects(wave), clock.instant());
    return Decision.replace(next, next);
  }

  private static List<Outgoing> effects(Wave wave) {
    return wave.releaseAtClose()
        ? List.of(new Outgoing("release-" + wave.id(), "wave.release", wave.id()))
        : List.of();
  }
}
