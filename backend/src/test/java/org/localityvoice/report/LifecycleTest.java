package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.localityvoice.problem.Problem;

/** Whatever anybody tries, in whatever order: the table holds and the log tells all. */
class LifecycleTest {
  private static final Desk DESK = AnyReport.desk();

  /** Somebody tries a move after some hours. */
  record Attempt(Move move, Actor actor, int hours) {}

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    var actors =
        Arbitraries.of(
            Actor.AFFECTED,
            new Actor(Actor.Kind.WARDEN, "council", "wyn"),
            new Actor(Actor.Kind.WARDEN, AnyReport.OWNER, "own-warden"),
            new Actor(Actor.Kind.OWNER, AnyReport.OWNER, "rosa"),
            new Actor(Actor.Kind.MANAGER, "council", "nadia"));
    return Combinators.combine(
            Arbitraries.of(Move.values()), actors, Arbitraries.integers().between(0, 500))
        .as(Attempt::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void only_moves_of_the_table_happen_and_a_refusal_lists_the_others(
      @ForAll("attempts") List<Attempt> attempts) {
    var report = AnyReport.report();
    var now = AnyReport.START;
    for (var attempt : attempts) {
      now = now.plus(Duration.ofHours(attempt.hours()));
      var before = report;
      var allowed = Lifecycle.allowed(before.standing(), attempt.actor());
      var change = new Change(before, now);
      if (allowed.contains(attempt.move())) {
        report = applied(change, before, attempt, now);
        assertThat(attempt.move().from()).contains(before.standing().state());
        assertThat(attempt.move().who()).contains(attempt.actor().kind());
        assertThat(report.log().subList(0, before.log().size())).isEqualTo(before.log());
        assertThat(report.log().size()).isGreaterThan(before.log().size());
      } else {
        var time = now;
        assertThatThrownBy(() -> applied(change, before, attempt, time))
            .isInstanceOfSatisfying(
                Problem.class,
                problem ->
                    assertThat(problem.allowed())
                        .isEqualTo(allowed.stream().map(Move::slug).toList()));
      }
    }
  }

  @Property
  void the_standing_is_the_fold_of_the_log_and_its_entries_are_numbered(
      @ForAll("attempts") List<Attempt> attempts) {
    var report = walked(attempts);
    assertThat(report.standing()).isEqualTo(Standing.of(report.log()));
    for (var i = 0; i < report.log().size(); i++) {
      assertThat(report.log().get(i).sequence()).isEqualTo(i + 1);
    }
  }

  @Property
  void everybody_affected_is_asked_at_every_ending(@ForAll("attempts") List<Attempt> attempts) {
    var report = walked(attempts);
    var endings =
        report.log().stream()
            .filter(PublicEvent.Moved.class::isInstance)
            .map(PublicEvent.Moved.class::cast)
            .filter(moved -> ReportState.ENDINGS.contains(moved.to()))
            .filter(moved -> moved.move() != Move.UNMERGE)
            .count();
    var asked =
        report.log().stream()
            .filter(InternalEvent.Asked.class::isInstance)
            .map(InternalEvent.Asked.class::cast)
            .filter(one -> one.people().equals(List.of("one", "two")))
            .count();
    assertThat(asked).isEqualTo(endings);
    assertThat(report.standing().questions()).isEqualTo((int) endings * 2);
  }

  @Property
  void what_is_unfinished_has_a_clock_and_what_comes_back_to_life_a_new_one(
      @ForAll("attempts") List<Attempt> attempts) {
    var report = AnyReport.report();
    var now = AnyReport.START;
    for (var attempt : attempts) {
      now = now.plus(Duration.ofHours(attempt.hours()));
      var before = report.standing().state();
      if (Lifecycle.allowed(report.standing(), attempt.actor()).contains(attempt.move())) {
        report = applied(new Change(report, now), report, attempt, now);
      }
      var state = report.standing().state();
      assertThat(report.wakeAt() != null).isEqualTo(ReportState.UNFINISHED.contains(state));
      if (ReportState.UNFINISHED.contains(state) && !ReportState.UNFINISHED.contains(before)) {
        assertThat(report.standing().expectedBy()).isAfter(now);
        assertThat(report.standing().chased()).isZero();
      }
    }
  }

  @Test
  void an_owner_never_confirms_their_own_work() {
    for (var state : ReportState.values()) {
      assertThat(Move.CONFIRM.allowed(state, Actor.Kind.OWNER)).isFalse();
      assertThat(Move.CONFIRM.allowed(state, Actor.Kind.MANAGER)).isFalse();
    }
    var own = new Actor(Actor.Kind.WARDEN, AnyReport.OWNER, "own-warden");
    assertThat(Lifecycle.allowed(AnyReport.report().standing(), own)).doesNotContain(Move.CONFIRM);
  }

  @Test
  void no_state_is_a_trap_and_every_state_can_be_reached() {
    var reached = EnumSet.of(ReportState.OPEN);
    for (var round = 0; round < ReportState.values().length; round++) {
      for (var move : Move.values()) {
        if (move.from().stream().anyMatch(reached::contains)) {
          reached.add(move.to());
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(ReportState.values());
    for (var state : ReportState.values()) {
      assertThat(Arrays.stream(Move.values()).filter(move -> move.from().contains(state)))
          .as(state.slug())
          .isNotEmpty();
    }
  }

  @Test
  void un_merging_leads_back_to_where_it_was() {
    var owner = new Actor(Actor.Kind.OWNER, AnyReport.OWNER, "rosa");
    var report = AnyReport.report();
    for (var move : List.of(Move.PLAN, Move.MERGE, Move.UNMERGE)) {
      report =
          applied(
              new Change(report, AnyReport.START),
              report,
              new Attempt(move, owner, 0),
              AnyReport.START);
    }
    assertThat(report.standing().state()).isEqualTo(ReportState.PLANNED);
    assertThat(Optional.ofNullable(report.standing().into())).isEmpty();
  }

  private static Report walked(List<Attempt> attempts) {
    var report = AnyReport.report();
    var now = AnyReport.START;
    for (var attempt : attempts) {
      now = now.plus(Duration.ofHours(attempt.hours()));
      if (Lifecycle.allowed(report.standing(), attempt.actor()).contains(attempt.move())) {
        report = applied(new Change(report, now), report, attempt, now);
      }
    }
    return report;
  }

  private static Report applied(
      Change change, Report report, Attempt attempt, java.time.Instant now) {
    return Lifecycle.apply(
            change, report, attempt.actor(), AnyReport.complete(attempt.move()), DESK, now)
        .next();
  }
}
