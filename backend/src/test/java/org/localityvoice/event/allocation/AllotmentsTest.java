package org.localityvoice.event.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.allocation.Halls.HALL;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Allotments as others use them. */
@ExtendWith(StoreExtension.class)
class AllotmentsTest {
  @Test
  void an_allotment_is_opened_once_and_what_is_asked_of_none_is_not_found(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      assertThatThrownBy(() -> one.asks(Halls.join(1)))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 3)));
      one.asks(Halls.join(1));
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 5)));
      assertThat(Halls.in(one.hall())).hasSize(1);
      assertThat(one.hall().sessions().get(0).capacity()).isEqualTo(3);
    }
  }

  @Test
  void what_is_read_is_what_was_decided(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 1)));
      halls.clock.advance(Duration.ofNanos(1_234_567));
      var first = one.asks(Halls.join(1));
      var second = one.asks(Halls.join(2));
      one.asks(Halls.leave(1));
      var offered = one.asks(new Command.AcceptOffer(Halls.CLUB, "nobody"));
      var before = one.hall();
      assertThat(offered).isEqualTo(new Answer.Refused(Refusal.UNKNOWN_REGISTRATION));
      assertThat(Halls.toldOfAPlace(first)).isTrue();
      assertThat(second).isInstanceOf(Answer.Stands.class);
      halls.clock.advance(Duration.ofHours(1));
      assertThat(one.asks(Halls.join(1))).isEqualTo(new Answer.HasEnded("r1", EndReason.LEFT));
      assertThat(one.asks(Halls.join(2)))
          .isEqualTo(
              new Answer.Stands(
                  "r2", before.sessions().get(0).booking("r2").orElseThrow().standing(), 0));
      assertThat(one.hall()).as("retries write nothing").isEqualTo(before);
    }
  }

  @Test
  void whose_consent_is_withdrawn_is_taken_out_of_every_session_that_is_not_over(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      var ids = IntStream.range(100, 230).mapToObj(i -> "hall-" + i).toList();
      for (var id : ids) {
        Wait.forResult(one.allotments().open(Halls.hall(id, 3)));
        Wait.forResult(one.allotments().apply(id, Halls.join(7)));
      }
      Wait.forResult(one.allotments().removeParticipant("p7"));
      for (var id : ids) {
        var hall = Wait.forResult(one.allotments().read(id)).orElseThrow();
        assertThat(Halls.in(hall)).isEmpty();
        assertThat(hall.participants()).isEmpty();
      }
    }
  }

  /** Cannot write one of its allotments any more once the sessions are over. */
  private static final class Damaged extends AllotmentStore {
    static final String ONE = "hall-100";

    Damaged(Mongo mongo) {
      super(mongo);
    }

    @Override
    Future<Boolean> change(Allotment seen, Allocator.Allocation to) {
      return seen.id().equals(ONE) && to.next().participants().isEmpty()
          ? Future.failedFuture("damaged")
          : super.change(seen, to);
    }
  }

  @Test
  void one_that_cannot_be_written_keeps_time_from_taking_effect_in_no_other(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance(Damaged::new, effect -> Future.succeededFuture());
      // More than are looked at in one go.
      for (var id : IntStream.range(100, 170).mapToObj(i -> "hall-" + i).toList()) {
        Wait.forResult(one.allotments().open(Halls.hall(id, 3)));
        Wait.forResult(one.allotments().apply(id, Halls.join(7)));
      }
      halls.clock.set(Halls.STARTS.plus(Duration.ofHours(4)));
      Wait.forResult(one.allotments().sweep());
      assertThat(Wait.forResult(one.store().due(halls.clock.instant(), 100)))
          .containsExactly(Damaged.ONE);
    }
  }

  @Test
  void deliveries_do_not_keep_those_who_join_waiting(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 3)));
      one.asks(Halls.join(1));
      var before = one.hall();
      one.works();
      assertThat(one.hall().outbox()).isEmpty();
      assertThat(one.hall().outboxSince()).isNull();
      assertThat(one.hall().version()).isEqualTo(before.version());
      // What was read before the delivery is still good to write on, and brings nothing back.
      var to = Allocator.apply(before, List.of(Halls.join(2)), Halls.NOW);
      assertThat(Wait.forResult(one.store().change(before, to))).isTrue();
      assertThat(Halls.effects(one.hall())).extracting(PlacesEffect::number).containsExactly(2L);
    }
  }

  @Test
  void when_nothing_is_delivered_any_more_nothing_is_changed_any_more_either(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance(AllotmentStore::new, effect -> Future.failedFuture("nobody there"));
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 1)));
      var capacity = IntStream.iterate(0, i -> i + 1).iterator();
      var asked =
          IntStream.range(0, Allotments.MOST_EFFECTS_WAITING + 600)
              .mapToObj(
                  i ->
                      one.allotments()
                          .apply(
                              HALL,
                              new Command.ChangeCapacity(Halls.CLUB, 2 + capacity.next() % 9)))
              .toList();
      var last = asked.get(asked.size() - 1);
      assertThatThrownBy(() -> Wait.forResult(last))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
                assertThat(problem.retryAfter()).isPresent();
              });
      assertThat(one.hall().outbox().size())
          .isBetween(
              Allotments.MOST_EFFECTS_WAITING,
              Allotments.MOST_EFFECTS_WAITING + Lanes.MOST_TOGETHER);
    }
  }
}
