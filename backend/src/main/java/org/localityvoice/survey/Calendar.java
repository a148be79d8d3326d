package org.localityvoice.survey;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.localityvoice.mongo.Decision;

/** Brings waves to the state that their dates say, soon after midnight. */
final class Calendar {
  private final WaveStore store;
  private final Clock clock;

  Calendar(WaveStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** One run over every wave that may be due. */
  Future<Void> run() {
    var today = LocalDate.now(clock);
    return store
        .in(List.of(WaveState.PLANNED, WaveState.OPEN))
        .compose(
            found ->
                Future.join(
                        found.stream()
                            .filter(wave -> wave.on(today) != wave.state())
                            .map(this::bring)
                            .toList())
                    .mapEmpty());
  }

  /** A wave with the state of today stored, whether or not the clockwork has come by. */
  Future<Wave> bring(Wave seen) {
    var today = LocalDate.now(clock);
    return seen.plan() == null || seen.on(today) == seen.state() || !seen.state().beforeClosing()
        ? Future.succeededFuture(seen)
        : store.change(
            seen.id(),
            wave -> {
              if (!wave.state().beforeClosing() || wave.on(today) == wave.state()) {
                return Decision.keep(wave);
              }
              var next = wave.broughtTo(wave.on(today));
              return Decision.replace(next, next);
            });
  }
}
