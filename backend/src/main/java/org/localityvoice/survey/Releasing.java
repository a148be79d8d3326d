package org.localityvoice.survey;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;

/** Shows a wave as released once it is told that figures of it are published. */
final class Releasing {
  /** The effect; its payload is the wave's id. Whoever publishes figures writes it. */
  static final String KIND = "wave.released";

  private final WaveStore store;
  private final Waves waves;
  private final InstantSource clock;

  Releasing(WaveStore store, Waves waves, InstantSource clock) {
    this.store = store;
    this.waves = waves;
    this.clock = clock;
  }

  Future<Void> apply(Outgoing effect) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return store
        .<Wave>change(
            effect.payload(),
            wave -> {
              if (wave.releasedAt() != null) {
                return Decision.keep(wave);
              }
              var next = wave.released(now);
              return Decision.replace(next, next);
            })
        .onSuccess(wave -> waves.forget(wave.id()))
        .mapEmpty();
  }
}
