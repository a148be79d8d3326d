package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.survey.Intake.Outcome;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What one instance has acknowledged, another may not take back. */
@ExtendWith(StoreExtension.class)
class IntakeTest {
  private static final Arrival ANSWER = Folding.arrival("ballot-1", "newport");

  @Test
  void a_retry_acknowledged_elsewhere_keeps_the_answer_of_an_instance_that_saw_the_wave_close(
      Store store) {
    var mongo = store.connect();
    var vertx = Vertx.vertx();
    var waves = new WaveStore(mongo, new CompareAndSet(vertx, new Random(1)));
    var arrivals = new ArrivalStore(mongo);
    Wait.forResult(mongo.ready());
    Wait.forResult(waves.add(open()));
    // One instance has written the answer and is about to look at its wave.
    Wait.forResult(arrivals.add(List.of(ANSWER)));
    var elsewhere = new Intake(arrivals, waves, new Random(1), 10);
    assertThat(Wait.forResult(elsewhere.take(ANSWER))).isEqualTo(Outcome.STORED);
    Wait.forResult(
        waves.change("newport", wave -> Decision.replace(wave.closing("manager"), Outcome.STORED)));
    assertThat(Wait.forResult(arrivals.takeBack(ANSWER.id()))).isFalse();
    assertThat(Wait.forResult(arrivals.waiting("newport", 10))).containsExactly(ANSWER.id());
    Wait.forResult(vertx.close());
  }

  private static Wave open() {
    return new Wave(
        "newport",
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
