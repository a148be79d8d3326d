package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Events;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Standing;
import org.localityvoice.event.registration.Stand.State;
import org.localityvoice.identity.Refused;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/**
 * An instance is cut off before or after any of the writes of a package, and another goes on: the
 * party has all dates or none, nobody is there twice, and nothing is kept that is nobody's.
 */
@ExtendWith(StoreExtension.class)
class CutOffInAPackageTest {
  /** Lives for so many writes: cut off after one is the same as cut off before the next. */
  private static final class Life implements Club.Kind {
    private final int length;
    private final AtomicInteger lived = new AtomicInteger();

    Life(int length) {
      this.length = length;
    }

    boolean over() {
      return lived.get() > length;
    }

    private <T> Future<T> step(Supplier<Future<T>> write) {
      return lived.incrementAndGet() > length
          ? Future.failedFuture(new IllegalStateException("cut off"))
          : write.get();
    }

    @Override
    public RegistrationStore rows(Mongo mongo, CompareAndSet compareAndSet) {
      return new RegistrationStore(mongo, compareAndSet) {
        @Override
        Future<Boolean> add(Registration row) {
          return step(() -> super.add(row));
        }

        @Override
        <R> Future<R> change(String id, Function<Registration, Decision<Registration, R>> decide) {
          return step(() -> super.change(id, decide));
        }

        @Override
        Future<Void> remove(Registration seen) {
          return step(() -> super.remove(seen));
        }
      };
    }

    @Override
    public PackageStore packages(Mongo mongo, CompareAndSet compareAndSet) {
      return new PackageStore(mongo, compareAndSet) {
        @Override
        Future<Boolean> add(AllDates one) {
          return step(() -> super.add(one));
        }

        @Override
        <R> Future<R> change(String id, Function<AllDates, Decision<AllDates, R>> decide) {
          return step(() -> super.change(id, decide));
        }
      };
    }

    @Override
    public PackageSaga.Places places(Events events) {
      return (allotment, command) ->
          this.<Answer>step(() -> events.allotments().apply(allotment, command));
    }
  }

  private static boolean done(Future<?> asked) {
    return Wait.forResult(asked.map(true).recover(failure -> Future.succeededFuture(false)));
  }

  /** Something that is done and cut off. */
  private interface Act {
    Future<?> by(RegistrationFeature feature, String id);
  }

  /** What must be so when another has gone on. */
  private interface Check {
    void after(String id, boolean answered);
  }

  /** Cuts something off before every write in turn; each time what went before is done anew. */
  private static void everywhere(Club club, int least, Act before, Act act, Check check) {
    var length = 0;
    for (var over = true; over; length++) {
      var id = "try-" + length;
      Wait.forResult(before.by(club.first.feature, id));
      var life = new Life(length);
      var answered = done(act.by(club.first.with(life), id));
      over = life.over();
      assertThat(answered).isEqualTo(!over);
      club.clock.advance(Duration.ofMinutes(3));
      club.first.works();
      check.after(id, answered);
    }
    assertThat(length).as("places to be cut off at").isGreaterThan(least);
  }

  /** On how many of the three days the family has places; nothing else of it may be there. */
  private static int days(Club club) {
    var days = 0;
    for (var day = 0; day < 3; day++) {
      var its =
          club.bookings(day).stream().filter(one -> one.participants().contains("mia-1")).toList();
      assertThat(its).as("twice").hasSizeLessThanOrEqualTo(1);
      assertThat(its).allMatch(one -> one.standing() instanceof Standing.Placed);
      days += its.size();
      assertThat(club.first.told("day-" + day, "mia-1").isPresent())
          .as("what was told is kept for those who come")
          .isEqualTo(!its.isEmpty());
    }
    var rows =
        Wait.forResult(
            club.first.rows.coming(List.of("mia-1"), club.clock.instant(), Optional.empty(), 500));
    assertThat(rows.stream().filter(row -> row.state() == State.PLACED)).hasSize(days);
    assertThat(rows).allMatch(row -> row.state() == State.PLACED || row.state() == State.ENDED);
    return days;
  }

  @Test
  void in_a_booking_all_dates_are_the_familys_or_none(Store store) {
    try (var club = new Club(store, 2)) {
      everywhere(
          club,
          15,
          (feature, id) -> Future.succeededFuture(),
          (feature, id) -> feature.packages.book("ana-1", "feast", Club.family(id, 1)),
          (id, answered) -> {
            var days = days(club);
            assertThat(days).as(id).isIn(0, 3);
            // Whoever was told so has them; whoever asks again learns which it is.
            var again =
                done(club.first.feature.packages.book("ana-1", "feast", Club.family(id, 1)));
            assertThat(again).isEqualTo(days(club) == 3);
            assertThat(answered && days == 0).isFalse();
            if (again) {
              Wait.forResult(club.first.feature.packages.cancel(id));
            }
          });
      // Nothing was kept of all those tries: there is room for others.
      assertThat(done(club.first.feature.packages.book("ana-2", "feast", Club.family("o", 2))))
          .isTrue();
    }
  }

  @Test
  void in_a_booking_that_the_last_day_refuses_no_date_is(Store store) {
    try (var club = new Club(store, 3)) {
      Wait.forResult(
          club.first.feature.registrations.register("ana-3", "day-2", Club.family("full", 3)));
      everywhere(
          club,
          15,
          (feature, id) -> Future.succeededFuture(),
          (feature, id) ->
              feature
                  .packages
                  .book("ana-1", "feast", Club.family(id, 1))
                  .<Object>map(one -> one)
                  .recover(CutOffInAPackageTest::unlessFull),
          (id, answered) -> assertThat(days(club)).as(id).isZero());
      assertThat(club.bookings(0)).isEmpty();
    }
  }

  private static Future<Object> unlessFull(Throwable failure) {
    return failure instanceof Problem problem && problem.code().equals("session-full")
        ? Future.succeededFuture(true)
        : Future.failedFuture(failure);
  }

  @Test
  void in_giving_it_back_all_dates_are_given_back_once_it_has_begun(Store store) {
    try (var club = new Club(store, 2)) {
      everywhere(
          club,
          5,
          (feature, id) -> feature.packages.book("ana-1", "feast", Club.family(id, 1)),
          (feature, id) -> feature.packages.cancel(id),
          (id, answered) -> {
            assertThat(days(club)).as(id).isIn(0, 3);
            assertThat(answered && days(club) > 0).isFalse();
            Wait.forResult(club.first.feature.packages.cancel(id));
            assertThat(days(club)).isZero();
          });
    }
  }

  @Test
  void in_a_registration_for_one_day_it_is_there_with_what_was_told_or_it_is_not(Store store) {
    try (var club = new Club(store, 2)) {
      everywhere(
          club,
          2,
          (feature, id) -> Future.succeededFuture(),
          (feature, id) -> feature.registrations.register("ana-1", "day-0", Club.family(id, 1)),
          (id, answered) -> {
            var days = days(club);
            assertThat(answered && days == 0).isFalse();
            Wait.forResult(
                club.first.feature.registrations.register("ana-1", "day-0", Club.family(id, 1)));
            assertThat(days(club)).isEqualTo(1);
            Wait.forResult(club.first.feature.parties.cancel("ana-1", id));
            assertThat(days(club)).isZero();
          });
    }
  }

  @Test
  void the_same_request_goes_on_at_once_and_another_for_the_same_children_75_seconds_later(
      Store store) {
    try (var club = new Club(store, 30)) {
      var registrations = club.first.feature.registrations;
      for (var family = 1; family <= 2; family++) {
        var lost = club.first.with(new Life(1)).registrations;
        var first = Club.family("first-" + family, family);
        assertThat(done(lost.register("ana-" + family, "day-0", first))).isFalse();
      }
      var again = registrations.register("ana-1", "day-0", Club.family("first-1", 1));
      assertThat(Wait.forResult(again).seen().row().state()).isEqualTo(State.PLACED);

      var other = Club.family("second-2", 2);
      var busy = Refused.problem(registrations.register("ana-2", "day-0", other));
      assertThat(busy.type()).isEqualTo(ProblemType.UNAVAILABLE);
      assertThat(busy.retryAfter()).isPresent();
      var longest = Unfinished.LONGEST.plus(Unfinished.PERIOD);
      assertThat(longest).as("as the contract says").hasSeconds(75);
      club.clock.advance(longest);
      club.first.works();
      var answer = Refused.problem(registrations.register("ana-2", "day-0", other));
      assertThat(answer.code()).as("the first had a place").isEqualTo("participant-registered");
      assertThat(days(club)).isEqualTo(1);
    }
  }

  @Test
  void if_nobody_went_on_places_would_be_kept_that_are_nobodys(Store store) {
    try (var club = new Club(store, 30)) {
      for (var family = 1; family <= 3; family++) {
        var life = new Life(4 + family);
        var week = Club.family("week-" + family, family);
        done(club.first.with(life).packages.book("ana-" + family, "feast", week));
        assertThat(life.over()).isTrue();
      }
      var kept = club.bookings(0).stream().anyMatch(one -> one.standing() instanceof Standing.Held);
      assertThat(kept).as("the control").isTrue();
    }
  }
}
