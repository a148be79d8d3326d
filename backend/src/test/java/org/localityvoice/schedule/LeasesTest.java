package org.localityvoice.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class LeasesTest {
  private static final Duration LENGTH = Duration.ofSeconds(30);

  private final HandClock clock = new HandClock(Instant.parse("2026-10-05T09:00:00Z"));

  private Leases holder(Store store, String name) {
    return new Leases(store.connect(), name, clock);
  }

  @Test
  void one_of_many_who_ask_at_once_gets_the_job(Store store) {
    var asked =
        IntStream.range(0, 8).mapToObj(i -> holder(store, "h" + i).take("fold", LENGTH)).toList();

    Wait.forResult(Future.all(asked));

    assertThat(asked.stream().filter(Future::result)).hasSize(1);
  }

  @Test
  void a_lapsed_lease_goes_to_one_of_many_who_ask_at_once(Store store) {
    Wait.forResult(holder(store, "dead").take("fold", LENGTH));
    clock.advance(LENGTH);

    var asked =
        IntStream.range(0, 8).mapToObj(i -> holder(store, "h" + i).take("fold", LENGTH)).toList();
    Wait.forResult(Future.all(asked));

    assertThat(asked.stream().filter(Future::result)).hasSize(1);
  }

  @Test
  void a_job_is_anothers_only_after_the_lease_has_ended(Store store) {
    var ana = holder(store, "ana");
    var ben = holder(store, "ben");
    assertThat(Wait.forResult(ana.take("fold", LENGTH))).isTrue();

    clock.advance(LENGTH.minusMillis(1));
    assertThat(Wait.forResult(ben.take("fold", LENGTH))).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(Wait.forResult(ben.take("fold", LENGTH))).isTrue();
    assertThat(Wait.forResult(ana.take("fold", LENGTH))).isFalse();
    assertThat(Wait.forResult(ana.renew("fold", LENGTH))).isFalse();
  }

  @Test
  void a_renewed_lease_lasts_longer(Store store) {
    var ana = holder(store, "ana");
    var ben = holder(store, "ben");
    Wait.forResult(ana.take("fold", LENGTH));
    clock.advance(LENGTH.minusSeconds(1));

    assertThat(Wait.forResult(ana.renew("fold", LENGTH))).isTrue();
    clock.advance(Duration.ofSeconds(2));

    assertThat(Wait.forResult(ben.take("fold", LENGTH))).isFalse();
  }

  @Test
  void a_released_job_is_free_at_once_and_only_its_holder_can_release_it(Store store) {
    var ana = holder(store, "ana");
    var ben = holder(store, "ben");
    Wait.forResult(ana.take("fold", LENGTH));

    Wait.forResult(ben.release("fold"));
    assertThat(Wait.forResult(ben.take("fold", LENGTH))).isFalse();
    Wait.forResult(ana.release("fold"));
    assertThat(Wait.forResult(ben.take("fold", LENGTH))).isTrue();
  }

  @Test
  void one_job_s_lease_says_nothing_about_another_s(Store store) {
    Wait.forResult(holder(store, "ana").take("fold", LENGTH));

    assertThat(Wait.forResult(holder(store, "ben").take("push", LENGTH))).isTrue();
  }
}
