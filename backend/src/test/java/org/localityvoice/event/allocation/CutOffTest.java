package org.localityvoice.event.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.allocation.Halls.HALL;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.allocation.Allocator.Allocation;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** An instance is cut off between any two steps, and another goes on. */
@ExtendWith(StoreExtension.class)
class CutOffTest {
  /** An instance that dies in the middle of a write, before it reaches the store or after. */
  private static final class DyingStore extends AllotmentStore {
    private final boolean written;

    DyingStore(Mongo mongo, boolean written) {
      super(mongo);
      this.written = written;
    }

    @Override
    Future<Boolean> change(Allotment seen, Allocation to) {
      var write = written ? super.change(seen, to) : Future.succeededFuture(true);
      return write.compose(done -> Future.failedFuture(new IllegalStateException("cut off")));
    }
  }

  /** A receiver as they are: it knows an effect that it has seen. */
  private static final class Receiver {
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final Projection rows = new Projection();
    private long number;

    synchronized Future<Void> take(PlacesEffect effect) {
      seen.add(effect.number());
      if (effect.number() > number) {
        rows.take(effect);
        number = effect.number();
      }
      return Future.succeededFuture();
    }
  }

  private static void cutOff(Store store, boolean written) {
    try (var halls = new Halls(store)) {
      var receiver = new Receiver();
      var dying = halls.instance(mongo -> new DyingStore(mongo, written), receiver::take);
      Wait.forResult(dying.allotments().open(Halls.hall(HALL, 1)));
      assertThatThrownBy(() -> dying.asks(Halls.join(1))).hasMessage("cut off");
      assertThat(receiver.seen).isEmpty();

      var other = halls.instance(AllotmentStore::new, receiver::take);
      assertThat(other.hall().outbox()).hasSize(written ? 1 : 0);
      assertThat(Halls.toldOfAPlace(other.asks(Halls.join(1)))).isTrue();
      assertThat(Halls.toldOfAPlace(other.asks(Halls.join(2)))).isFalse();
      assertThat(Halls.in(other.hall())).hasSize(1);

      other.works();
      assertThat(receiver.seen).containsExactly(1L, 2L);
      assertThat(receiver.rows.rows()).isEqualTo(Projection.of(other.hall()));
      assertThat(other.hall().outbox()).isEmpty();
    }
  }

  @Test
  void cut_off_before_the_write_nothing_has_happened_and_a_retry_gets_the_place(Store store) {
    cutOff(store, false);
  }

  @Test
  void cut_off_after_the_write_a_retry_finds_its_place_and_the_effect_is_delivered(Store store) {
    cutOff(store, true);
  }

  @Test
  void cut_off_after_a_delivery_it_comes_again_and_changes_nothing(Store store) {
    try (var halls = new Halls(store)) {
      var receiver = new Receiver();
      var dying =
          halls.instance(
              AllotmentStore::new,
              effect -> receiver.take(effect).compose(done -> Future.failedFuture("cut off")));
      Wait.forResult(dying.allotments().open(Halls.hall(HALL, 1)));
      dying.asks(Halls.join(1));
      dying.asks(Halls.join(2));
      dying.works();
      assertThat(receiver.seen).containsExactly(1L);

      // Time for the lease of the one that died to run out.
      halls.clock.advance(Duration.ofMinutes(2));
      var other = halls.instance(AllotmentStore::new, receiver::take);
      other.works();
      assertThat(receiver.seen).containsExactly(1L, 1L, 2L);
      assertThat(receiver.rows.rows()).isEqualTo(Projection.of(other.hall()));
    }
  }

  @Test
  void an_offer_that_nobody_answers_is_made_to_the_next_by_whatever_instance_lives(Store store) {
    try (var halls = new Halls(store)) {
      var receiver = new Receiver();
      var one = halls.instance(AllotmentStore::new, receiver::take);
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 1)));
      one.asks(Halls.join(1));
      one.asks(Halls.join(2));
      one.asks(Halls.join(3));
      one.asks(Halls.leave(1));
      halls.clock.advance(Duration.ofHours(12));

      var other = halls.instance(AllotmentStore::new, receiver::take);
      other.works();
      other.works();
      var standing = other.hall().sessions().get(0).booking("r3").orElseThrow().standing();
      assertThat(standing).isInstanceOf(Standing.Offered.class);
      assertThat(receiver.rows.ended()).containsEntry("club/r2", EndReason.OFFER_LAPSED);
      assertThat(receiver.rows.rows()).isEqualTo(Projection.of(other.hall()));
    }
  }
}
