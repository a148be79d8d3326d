package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Priority;
import org.localityvoice.report.Actor;
import org.localityvoice.report.Move;
import org.localityvoice.report.PublicEvent;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.Standing;

class MeasureCellTest {
  private static final Instant MADE = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant ANSWER_BY = MADE.plus(Duration.ofDays(2));
  private static final Instant PROMISE = MADE.plus(Duration.ofDays(10));
  private static final Instant LATER = MADE.plus(Duration.ofDays(30));

  private final List<ReportEvent> log =
      new ArrayList<>(
          List.of(
              new PublicEvent.Submitted(
                  1, MADE, Actor.AFFECTED, "litter", "council", Priority.NORMAL, ANSWER_BY),
              new PublicEvent.Promised(2, MADE, PROMISE)));

  private MeasureCellTest then(Move move, Actor.Kind by, int day) {
    var standing = Standing.of(log);
    assertThat(move.allowed(standing.state(), by)).isTrue();
    var to = move == Move.UNMERGE ? standing.beforeMerge() : move.to();
    log.add(
        new PublicEvent.Moved(
            log.size() + 1,
            MADE.plus(Duration.ofDays(day)),
            new Actor(by, null, null),
            move,
            standing.state(),
            to,
            null,
            null,
            null));
    return this;
  }

  private void is(MeasureCell cell) {
    assertThat(MeasureCell.at(log, LATER)).contains(cell);
    assertThat(SlowCells.at(log, LATER)).contains(cell);
  }

  private MeasureCell at(Instant date) {
    return MeasureCell.at(log, date).orElseThrow();
  }

  @Test
  void what_is_not_reported_yet_is_in_no_cell() {
    assertThat(MeasureCell.at(log, MADE.minusMillis(1))).isEmpty();
    assertThat(MeasureCell.at(log, MADE)).contains(MeasureCell.IN_HAND_IN_TIME);
  }

  @Test
  void silence_becomes_no_reply_when_the_answer_is_due_and_stays_it_when_the_promise_passes() {
    assertThat(at(ANSWER_BY)).isEqualTo(MeasureCell.IN_HAND_IN_TIME);
    assertThat(at(ANSWER_BY.plusMillis(1))).isEqualTo(MeasureCell.NO_REPLY);
    assertThat(at(PROMISE.plusMillis(1))).isEqualTo(MeasureCell.NO_REPLY);
  }

  @Test
  void a_reply_puts_it_in_hand_until_the_promise_has_passed() {
    then(Move.PLAN, Actor.Kind.OWNER, 5);
    assertThat(at(ANSWER_BY.plusMillis(1))).isEqualTo(MeasureCell.NO_REPLY);
    assertThat(at(PROMISE)).isEqualTo(MeasureCell.IN_HAND_IN_TIME);
    assertThat(at(PROMISE.plusMillis(1))).isEqualTo(MeasureCell.IN_HAND_OVERDUE);
  }

  @Test
  void each_ending_has_its_cell_and_its_dispute_another() {
    then(Move.SAY_DONE, Actor.Kind.OWNER, 3).is(MeasureCell.SAID_DONE);
    then(Move.DISPUTE, Actor.Kind.AFFECTED, 4).is(MeasureCell.SAID_DONE_DISPUTED);
    then(Move.CONFIRM, Actor.Kind.WARDEN, 5).is(MeasureCell.CONFIRMED);
    then(Move.DISPUTE, Actor.Kind.AFFECTED, 6).is(MeasureCell.SAID_DONE_DISPUTED);
    then(Move.REFUSE, Actor.Kind.OWNER, 7).is(MeasureCell.REFUSED);
    then(Move.DISPUTE, Actor.Kind.AFFECTED, 8).is(MeasureCell.REFUSED_DISPUTED);
    then(Move.MERGE, Actor.Kind.MANAGER, 9).is(MeasureCell.DUPLICATE);
    then(Move.DISPUTE, Actor.Kind.AFFECTED, 10).is(MeasureCell.REFUSED_DISPUTED);
  }

  @Test
  void a_dispute_outlives_a_merge_that_is_taken_back() {
    then(Move.SAY_DONE, Actor.Kind.OWNER, 3).then(Move.DISPUTE, Actor.Kind.AFFECTED, 4);
    then(Move.MERGE, Actor.Kind.OWNER, 5).then(Move.UNMERGE, Actor.Kind.MANAGER, 6);
    is(MeasureCell.SAID_DONE_DISPUTED);
  }

  @Test
  void not_dealt_with_are_the_disputed_the_overdue_and_those_without_a_reply() {
    assertThat(EnumSet.allOf(MeasureCell.class))
        .filteredOn(MeasureCell::notDealtWith)
        .containsExactlyInAnyOrder(
            MeasureCell.SAID_DONE_DISPUTED,
            MeasureCell.REFUSED_DISPUTED,
            MeasureCell.IN_HAND_OVERDUE,
            MeasureCell.NO_REPLY);
  }

  @Property
  void every_report_is_in_the_cell_that_the_definitions_say_at_any_date(@ForAll long seed) {
    assertThat(agrees(MeasureCell::at, seed)).isTrue();
  }

  @Test
  void a_wrong_cell_function_would_be_noticed() {
    // The control: each of these slips is found by the same look at random logs.
    List<BiFunction<List<ReportEvent>, Instant, Optional<MeasureCell>>> wrong =
        List.of(
            (log, date) -> Optional.of(MeasureCell.of(Standing.of(log), date)),
            (log, date) -> MeasureCell.at(log, date.minusMillis(1)),
            (log, date) ->
                MeasureCell.at(log, date)
                    .map(c -> c == MeasureCell.NO_REPLY ? MeasureCell.IN_HAND_OVERDUE : c),
            (log, date) ->
                MeasureCell.at(log, date)
                    .map(
                        c ->
                            c == MeasureCell.REFUSED_DISPUTED ? MeasureCell.SAID_DONE_DISPUTED : c),
            (log, date) -> MeasureCell.at(log, date).filter(c -> c != MeasureCell.DUPLICATE));
    for (var function : wrong) {
      assertThat(IntStream.range(0, 2_000).allMatch(seed -> agrees(function, seed))).isFalse();
    }
  }

  private static boolean agrees(
      BiFunction<List<ReportEvent>, Instant, Optional<MeasureCell>> cells, long seed) {
    var random = new Random(seed);
    var log = RandomLogs.of(random);
    var date = RandomLogs.date(random, log);
    return cells.apply(log, date).equals(SlowCells.at(log, date));
  }

  @Property
  void the_cell_is_that_of_the_standing_kept_beside_the_log(@ForAll long seed) {
    var log = RandomLogs.of(new Random(seed));
    var kept = Standing.of(log.subList(0, 1));
    for (var i = 1; i <= log.size(); i++) {
      var last = i == log.size();
      if (last || log.get(i).at().isAfter(log.get(i - 1).at())) {
        var date = log.get(i - 1).at();
        assertThat(MeasureCell.at(log, date)).contains(MeasureCell.of(kept, date));
      }
      kept = last ? kept : kept.after(log.get(i));
    }
    assertThat(kept).isEqualTo(Standing.of(log));
  }

  @Property(tries = 60)
  void cells_add_up_to_the_reports_made_by_then_and_time_only_adds(@ForAll long seed) {
    var random = new Random(seed);
    var logs = IntStream.range(0, 60).mapToObj(i -> RandomLogs.of(random)).toList();
    var reports = 0;
    var asked = 0;
    for (var day = 0; day <= 120; day += 5) {
      var date = RandomLogs.BEGIN.plus(Duration.ofDays(day));
      var tally = new Tally();
      logs.forEach(log -> MeasuredReport.of(log, date).ifPresent(tally::add));
      var figures = tally.figures();
      var made = logs.stream().filter(log -> !log.get(0).at().isAfter(date)).count();
      assertThat(figures.reports()).isEqualTo((int) made).isGreaterThanOrEqualTo(reports);
      assertThat(figures.problems().get("problems"))
          .isEqualTo(figures.reports() - figures.cells().get(MeasureCell.DUPLICATE))
          .isEqualTo(figures.answer().reports())
          .isEqualTo(figures.fix().reports());
      assertThat(figures.fix().over()).isEqualTo(figures.cells().get(MeasureCell.CONFIRMED));
      assertThat(figures.people()).isGreaterThanOrEqualTo(figures.problems().get("problems"));
      var questions = figures.questions();
      assertThat(questions.get("questions-asked")).isGreaterThanOrEqualTo(asked);
      assertThat(questions.get("questions-answered") + questions.get("questions-unanswered"))
          .isEqualTo(questions.get("questions-asked"));
      reports = figures.reports();
      asked = questions.get("questions-asked");
    }
    assertThat(reports).isEqualTo(60);
  }

  @Property
  void without_a_further_entry_time_alone_moves_a_report_only_towards_overdue_or_no_reply(
      @ForAll long seed) {
    var log = RandomLogs.of(new Random(seed));
    var end = log.get(log.size() - 1).at();
    var before = MeasureCell.at(log, end).orElseThrow();
    for (var hours = 1; hours < 24 * 40; hours += 7) {
      var cell = MeasureCell.at(log, end.plus(Duration.ofHours(hours))).orElseThrow();
      var order =
          List.of(MeasureCell.IN_HAND_IN_TIME, MeasureCell.IN_HAND_OVERDUE, MeasureCell.NO_REPLY);
      if (cell != before) {
        assertThat(order.indexOf(cell)).isGreaterThan(order.indexOf(before)).isPositive();
        assertThat(order).contains(before);
      }
      before = cell;
    }
  }
}
