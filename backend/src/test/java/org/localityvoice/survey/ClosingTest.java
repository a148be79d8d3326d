package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
    var responses = new ResponseStore(mongo);
    var cells = new CellStore(mongo);
    var raw = mongo.collection("responses", Document.class);
    Wait.forResult(mongo.ready());
    Wait.forResult(waves.add(wave("a")));
    Wait.forResult(waves.add(wave("b")));
    var damaged = new Document("_id", "1").append("wave", "a").append("batch", 0);
    Wait.forResult(Publishers.done(raw.insertOne(damaged)));
    var good =
        new Response(
            "2",
            "b",
            0,
            "en",
            "app",
            Map.of("sex", "female"),
            Map.of("SAFE_DAY", "neither"),
            "day");
    Wait.forResult(responses.add(List.of(good)));
    var closing = new Closing(waves, new Folder(responses, cells), Clock.systemUTC());
    assertThatThrownBy(() -> Wait.forResult(closing.run())).isInstanceOf(RuntimeException.class);
    assertThat(Wait.forResult(cells.of("b"))).hasSize(1);
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
        null);
  }
}
