package org.localityvoice.pmf;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What the tests of the push against a real receiver share. */
@ExtendWith(StoreExtension.class)
abstract class PushTest {
  final HandClock clock = new HandClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  final Vertx vertx = Vertx.vertx();
  Receiver receiver = new Receiver(vertx);

  @AfterEach
  final void close() {
    receiver.close();
    Wait.forResult(vertx.close());
  }

  final PmfSettings settings() {
    return Push.to(receiver.address());
  }
}
