package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Once a wave is closed its cells stay as they are: figures may have been made of them. */
@ExtendWith(StoreExtension.class)
class LateAnswersTest {
  private static final String WAVE = "newport-2026-q4";
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private WaveStore waves;
  private Folding folding;
  private Closing closing;

  @BeforeEach
  void connect(Store store) {
    var mongo = store.connect();
    waves = new WaveStore(mongo, new CompareAndSet(vertx, new Random(1)));
    folding = new Folding(mongo);
    var keys = new WaveKeys(vertx, Optional.empty(), new Random(1));
    closing = new Closing(waves, folding.folder(), keys, Clock.fixed(NOW, ZoneOffset.UTC));
    Wait.forResult(mongo.ready());
    Wait.forResult(waves.add(open()));
  }

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void a_folder_that_saw_the_wave_open_counts_nothing_that_comes_after_its_end() {
    var seen = Wait.forResult(waves.unfinished());
    arrives("in-time");
    assertThat(closes().state()).isEqualTo(WaveState.CLOSED);
    arrives("late");
    for (var wave : seen) {
      assertThat(Wait.forResult(folding.folder().foldAll(wave.id(), 10, 1))).isTrue();
    }
    assertThat(counted()).isEqualTo(1);
    assertThat(Wait.forResult(folding.arrivals.takeBack(Arrival.id("late")))).isTrue();
  }

  @Test
  void a_wave_does_not_end_while_such_a_folder_has_a_batch_at_hand() {
    arrives("in-time");
    Wait.forResult(folding.folder().choose(WAVE, 1));
    assertThat(Wait.forResult(folding.folder().end(WAVE))).isFalse();
    assertThat(closes().state()).isEqualTo(WaveState.CLOSED);
    assertThat(counted()).isEqualTo(1);
    assertThat(Wait.forResult(folding.folder().end(WAVE))).isTrue();
  }

  private Wave closes() {
    var marked =
        Wait.forResult(
            waves.<Wave>change(
                WAVE,
                wave -> {
                  var next = wave.closing("neighbourhood-manager");
                  return Decision.replace(next, next);
                }));
    return Wait.forResult(closing.finish(marked, 10));
  }

  private void arrives(String id) {
    folding.arrive(List.of(Folding.arrival(id, WAVE)));
  }

  private int counted() {
    return folding.counted(WAVE);
  }

  private static Wave open() {
    return new Wave(
        WAVE,
        1,
        "newport",
        "wave-core@7",
        "2026-Q4",
        "2026-10-01",
        "2026-12-14",
        false,
        false,
        WaveState.OPEN,
        "c2VjcmV0",
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }
}
