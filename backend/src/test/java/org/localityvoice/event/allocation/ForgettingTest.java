package org.localityvoice.event.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.allocation.Halls.CLUB;
import static org.localityvoice.event.allocation.Halls.HALL;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Who was in a session is forgotten where places are decided, too. */
@ExtendWith(StoreExtension.class)
class ForgettingTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Instant OVER = Halls.STARTS.plus(Duration.ofHours(4));

  private static List<Integer> forget(Halls.Instance on, Instant parties, Instant retries) {
    var noted = new ArrayList<Integer>();
    Wait.forResult(
        on.allotments()
            .forget(
                new Command.Forget(parties, retries),
                sessions -> Future.succeededFuture(sessions.contains("held")),
                count -> {
                  noted.add(count);
                  return Future.succeededFuture();
                }));
    return noted;
  }

  @Test
  void first_those_who_gave_up_then_those_who_came_and_a_late_word_is_answered_plainly(
      Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 1)));
      one.asks(Halls.join(1));
      one.asks(Halls.join(2));
      one.asks(Halls.join(3));
      one.asks(Halls.leave(3));
      // Whatever is asked, nothing is forgotten of a session that is not over.
      halls.clock.set(OVER.minus(MOMENT));
      var seen = one.hall();
      assertThat(forget(one, OVER.plusSeconds(1), OVER.plusSeconds(1))).containsOnly(0);
      one.works();
      assertThat(one.hall().sessions().get(0).bookings()).hasSize(1);
      assertThat(one.hall().sessions().get(0).ended()).hasSize(2);
      assertThat(one.hall().tickets()).isEqualTo(seen.tickets());

      halls.clock.set(OVER);
      one.works();
      assertThat(forget(one, Halls.STARTS, OVER.minus(MOMENT))).isEmpty();
      assertThat(forget(one, Halls.STARTS, OVER)).containsExactly(1);
      assertThat(one.hall().sessions().get(0).ended()).isEmpty();
      assertThat(one.hall().sessions().get(0).bookings()).hasSize(1);
      assertThat(forget(one, Halls.STARTS.plus(MOMENT), OVER)).containsExactly(1);
      assertThat(one.hall().sessions().get(0).bookings()).isEmpty();
      var version = one.hall().version();
      assertThat(forget(one, Halls.STARTS.plus(MOMENT), OVER)).as("once").isEmpty();
      assertThat(one.hall().version()).isEqualTo(version);

      assertThat(one.asks(Halls.join(1))).isEqualTo(new Answer.Refused(Refusal.SESSION_OVER));
      assertThat(one.asks(Halls.leave(1)))
          .isEqualTo(new Answer.Refused(Refusal.UNKNOWN_REGISTRATION));
      assertThat(one.asks(new Command.RemoveParticipant("p1"))).isEqualTo(new Answer.Done());
      // Nobody opens it anew.
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 7)));
      assertThat(one.hall().session(CLUB).orElseThrow().capacity()).isEqualTo(1);
    }
  }

  @Test
  void what_is_held_stays_and_is_in_nobodys_way(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      for (var i = 0; i < 60; i++) {
        var club = Halls.hall("hall-" + i, 1).sessions().get(0);
        var id = i < 55 ? "held" : CLUB;
        var session =
            new NewSession(id, club.startsAt(), club.endsAt(), club.capacity(), club.policy());
        var allotment = new NewAllotment(String.format("hall-%02d", i), null, List.of(session));
        Wait.forResult(one.allotments().open(allotment));
        var party = new Party("r", "a", List.of("p" + i));
        Wait.forResult(
            one.allotments().apply(allotment.id(), new Command.Join(id, party, Entrance.RESIDENT)));
      }
      halls.clock.set(OVER);
      assertThat(forget(one, OVER, OVER).stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
      assertThat(Wait.forResult(one.allotments().read("hall-54")).orElseThrow().lastBooked())
          .isEqualTo(Halls.STARTS);
      assertThat(Wait.forResult(one.allotments().read("hall-55")).orElseThrow().lastBooked())
          .isNull();
    }
  }

  @Test
  void what_others_have_not_been_told_is_kept_as_long_as_somebody_may_count_by_it(Store store) {
    try (var halls = new Halls(store)) {
      var deaf =
          halls.instance(AllotmentStore::new, effect -> Future.failedFuture("nobody listens"));
      Wait.forResult(deaf.allotments().open(Halls.hall(HALL, 1)));
      deaf.asks(Halls.join(1));
      deaf.asks(Halls.join(2));
      halls.clock.set(OVER);
      deaf.works();
      var month = OVER.plus(Duration.ofDays(30));
      halls.clock.set(month);
      assertThat(forget(deaf, Halls.STARTS, OVER)).containsExactly(0);
      assertThat(Halls.effects(deaf.hall()))
          .anyMatch(one -> one.what() instanceof Transition.HasEnded);
      assertThat(deaf.hall().sessions().get(0).ended()).hasSize(1);
      halls.clock.set(OVER.plus(Duration.ofDays(700)));
      assertThat(forget(deaf, OVER.plus(MOMENT), OVER)).containsExactly(1);
      assertThat(deaf.hall().outbox()).isEmpty();
      assertThat(deaf.hall().outboxSince()).isNull();
      assertThat(deaf.hall().lastBooked()).isNull();
      assertThat(deaf.hall().lastEnded()).isNull();
      deaf.works();
      assertThat(deaf.hall().outbox()).isEmpty();
    }
  }

  @Test
  void cut_off_in_the_middle_another_goes_on(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      for (var i = 0; i < 60; i++) {
        var id = String.format("hall-%02d", i);
        Wait.forResult(one.allotments().open(Halls.hall(id, 1)));
        Wait.forResult(one.allotments().apply(id, Halls.join(1)));
      }
      halls.clock.set(OVER);
      var cutOff =
          one.allotments()
              .forget(
                  new Command.Forget(OVER, OVER),
                  sessions -> Future.succeededFuture(false),
                  count -> Future.failedFuture(new IllegalStateException("cut off")));
      assertThatThrownBy(() -> Wait.forResult(cutOff)).hasMessage("cut off");
      var other = halls.instance();
      assertThat(forget(other, OVER, OVER)).containsExactly(10);
      assertThat(Wait.forResult(other.allotments().read("hall-00")).orElseThrow().lastBooked())
          .isNull();
    }
  }
}
