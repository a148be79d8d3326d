package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.event.people.ConsentWithdrawn;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Somebody who was removed leaves all rows, however many, whatever is under way. */
@ExtendWith(StoreExtension.class)
class RemovedPeopleTest {
  private static void removed(Club club, String participant) {
    var what = new ConsentWithdrawn(participant, null, null, club.clock.instant());
    Wait.forResult(club.first.feature.withdrawals().withdrawn(what));
    Wait.forResult(club.first.feature.removals().withdrawn(what));
  }

  private static void add(Club club, String id, Asking asking, String... participants) {
    var row =
        RowDraft.first(
            id,
            "ana-1",
            Visit.of(club.sessions.get(0)),
            List.of(participants),
            asking,
            null,
            Club.NOW);
    var ended = RowDraft.of(row).stand(Stand.ended(EndReason.LEFT)).next(Club.NOW);
    Wait.forResult(club.first.rows.add(asking.pendingSince() == null ? ended : row));
  }

  private static List<String> of(Club club, String participant) {
    return Wait.forResult(club.first.rows.ever(participant, Optional.empty(), 500)).stream()
        .map(Registration::id)
        .toList();
  }

  @Test
  void however_many_rows_there_are_and_others_stay_in_theirs(Store store) {
    try (var club = new Club(store, 4)) {
      for (var i = 0; i < 230; i++) {
        add(club, "both-" + i, Asking.none(), "mia-1", "leo-1");
      }
      removed(club, "mia-1");
      assertThat(of(club, "mia-1")).isEmpty();
      assertThat(of(club, "leo-1")).hasSize(230);
      var before = Wait.forResult(club.first.rows.find("both-7")).orElseThrow();
      assertThat(before.account()).isEqualTo("ana-1");
      removed(club, "mia-1");
      assertThat(Wait.forResult(club.first.rows.find("both-7"))).contains(before);
      removed(club, "leo-1");
      assertThat(of(club, "leo-1")).isEmpty();
      assertThat(Wait.forResult(club.first.rows.find("both-7")).orElseThrow().account()).isEmpty();
    }
  }

  @Test
  void a_request_that_is_under_way_is_waited_for_and_nothing_else_is(Store store) {
    try (var club = new Club(store, 4)) {
      add(club, "done", Asking.none(), "mia-1");
      add(club, "pending", Asking.first("digest", List.of("mia-1"), Club.NOW), "mia-1");
      assertThatThrownBy(() -> removed(club, "mia-1"))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.type().status()).isEqualTo(503));
      assertThat(of(club, "mia-1")).containsExactly("pending");
      assertThat(Wait.forResult(club.first.rows.find("pending")).orElseThrow().asking().told())
          .containsExactly("mia-1");
      // Whoever looks after requests that were cut off has seen to it meanwhile.
      club.clock.advance(Duration.ofMinutes(3));
      club.first.works();
      removed(club, "mia-1");
      assertThat(of(club, "mia-1")).isEmpty();
    }
  }

  @Test
  void effects_that_come_after_it_bring_nobody_back(Store store) {
    try (var club = new Club(store, 4)) {
      var asked = Club.family("both", 1);
      Wait.forResult(club.first.feature.registrations.register("ana-1", "day-0", asked));
      club.first.works();
      Stream.of("mia-1", "leo-1").forEach(one -> removed(club, one));
      assertThat(of(club, "mia-1")).isEmpty();
      club.first.works();
      assertThat(of(club, "mia-1")).isEmpty();
      assertThat(of(club, "leo-1")).isEmpty();
      assertThat(club.bookings(0)).isEmpty();
      var row = Wait.forResult(club.first.rows.find("both")).orElseThrow();
      assertThat(row.stand().reason()).isEqualTo(EndReason.WITHDRAWN);
      assertThat(row.outbox()).isEmpty();
    }
  }
}
