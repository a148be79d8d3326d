package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** The folding job over several waves. */
@ExtendWith(StoreExtension.class)
class ClosingTest {
  @Test
  void a_wave_that_cannot_be_counted_does_not_keep_the_others_waiting(Store store) {
    var mongo = store.connect();
    var vertx = Vertx.vertx();
    var waves = new WaveStore(mongo, new CompareAndSet(vertx, new Random(1)));
    var folding = new Folding(mongo);
    var raw = mongo.collection("arrivals", Document.class);
    Wait.forResult(mongo.ready());
    Wait.forResult(waves.add(wave("a")));
    Wait.forResult(waves.add(wave("b")));
    for (var i = 0; i < Folder.FEWEST; i++) {
      var damaged = new Document("_id", "damaged-" + i).append("wave", "a").append("batch", 0);
      Wait.forResult(Publishers.done(raw.insertOne(damaged.append("said", ""))));
      folding.arrive(List.of(Folding.arrival("good-" + i, "b")));
    }
    var keys = new WaveKeys(vertx, Optional.empty(), new Random(1));
    var closing = new Closing(waves, folding.folder(), keys, Clock.systemUTC());
    assertThatThrownBy(() -> Wait.forResult(closing.run())).isInstanceOf(RuntimeException.class);
    assertThat(Wait.forResult(folding.cells.of("b"))).hasSize(1);
    Wait.forResult(vertx.close());
  }

  @Test
  void a_wave_does_not_tell_its_secret_in_passing() {
    assertThat(wave("a")).asString().contains("a").doesNotContain("c2VjcmV0");
  }

  private static Wave wave(String id) {
    return new Wave(
        id,
        1,
        "newport",
        "wave-core/7",
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
