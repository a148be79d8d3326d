package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.http.Json;

/** What merged reports tell each other may come late, twice, or after something newer. */
class MergedFarAndLateTest {
  private static final String CHILD = "child";
  private static final Instant MERGED = AnyReport.START.plus(Duration.ofHours(1));
  private static final Actor OWNER = new Actor(Actor.Kind.OWNER, AnyReport.OWNER, "rosa");
  private static final Voice RESIDENT = new Voice(null, false);

  @Property
  void whatever_comes_again_or_late_the_newest_count_stays(
      @ForAll List<@IntRange(min = 0, max = 9) Integer> order) {
    // Version n brings n people; every third one has left.
    var report = AnyReport.report();
    var newest = 0;
    for (var version : order) {
      report = heard(report, version, version % 3 == 2 ? 0 : version, AnyReport.START);
      newest = Math.max(newest, version);
    }
    var expected = newest % 3 == 2 ? 0 : newest;
    assertThat(report.standing().absorbed().getOrDefault(CHILD, 0)).isEqualTo(expected);
    assertThat(report.standing()).isEqualTo(Standing.of(report.log()));
  }

  @Test
  void people_who_arrive_after_the_ending_they_were_merged_before_are_asked_about_it() {
    var done = moved(AnyReport.report(), Move.SAY_DONE, MERGED.plusSeconds(5));
    var heard = heard(done, 7, 2, MERGED);
    assertThat(asks(heard)).containsExactly(new Merging.Ask(CHILD, done.id(), Occasion.SAID_DONE));
    assertThat(asks(heard(heard, 7, 2, MERGED))).as("once").hasSize(1);
    assertThat(asks(heard(heard, 8, 3, MERGED))).as("once").hasSize(1);
  }

  @Test
  void people_who_were_merged_after_the_ending_are_asked_about_the_merge_only() {
    var done = moved(AnyReport.report(), Move.SAY_DONE, MERGED.minusSeconds(5));
    assertThat(asks(heard(done, 7, 2, MERGED))).isEmpty();
    // Nor about an ending that has been taken back meanwhile.
    var before = moved(AnyReport.report(), Move.SAY_DONE, MERGED.plusSeconds(5));
    var taken = moved(before, Move.START, MERGED.plusSeconds(9));
    assertThat(asks(heard(taken, 7, 2, MERGED))).isEmpty();
  }

  @Test
  void people_who_arrive_after_a_promise_has_passed_are_asked_about_that() {
    var report = AnyReport.report();
    var change = new Change(report, MERGED.plusSeconds(5));
    Clockwork.reminded(change, report, AnyReport.desk(), MERGED.plusSeconds(5));
    assertThat(asks(heard(change.next(), 7, 2, MERGED)))
        .extracting(Merging.Ask::occasion)
        .containsExactly(Occasion.PROMISE_PASSED);
  }

  @Test
  void a_no_from_before_the_ending_does_not_dispute_it_and_one_from_after_does() {
    var done = moved(AnyReport.report(), Move.SAY_DONE, MERGED);
    assertThat(said(done, Verdict.NO, MERGED.minusMillis(1))).isEqualTo(ReportState.SAID_DONE);
    assertThat(said(done, Verdict.NO, MERGED)).isEqualTo(ReportState.DISPUTED);
  }

  @Test
  void
      a_fixed_from_before_a_dispute_does_not_end_it_but_one_from_before_the_work_was_done_counts() {
    var done = moved(AnyReport.report(), Move.SAY_DONE, MERGED);
    var disputed = moved(done, Move.DISPUTE, MERGED.plusSeconds(5));
    assertThat(said(disputed, Verdict.FIXED, MERGED)).isEqualTo(ReportState.DISPUTED);
    assertThat(said(disputed, Verdict.FIXED, MERGED.plusSeconds(5)))
        .isEqualTo(ReportState.CONFIRMED_DONE);
    assertThat(said(done, Verdict.FIXED, MERGED.minusSeconds(5)))
        .isEqualTo(ReportState.CONFIRMED_DONE);
  }

  private static ReportState said(Report report, Verdict verdict, Instant at) {
    var now = MERGED.plus(Duration.ofDays(1));
    var change = new Change(report, now);
    var said = new Merging.Said(verdict, true, RESIDENT, at);
    VerdictDecision.heard(change, report, said, AnyReport.desk(), now);
    return change.next().standing().state();
  }

  private static Report heard(Report original, long version, int people, Instant since) {
    var told = new Merging.People(original.id(), CHILD, people, version, since);
    // As it travels: through the text of an effect.
    var read = Json.value(Json.text(told), Merging.People.class);
    if (Merging.known(original, read)) {
      return original;
    }
    var change = new Change(original, MERGED.plusSeconds(60));
    Merging.heard(change, original, read);
    return change.next();
  }

  private static Report moved(Report report, Move move, Instant now) {
    var actor = move == Move.DISPUTE ? Actor.AFFECTED : OWNER;
    return Lifecycle.apply(
            new Change(report, now),
            report,
            actor,
            Lifecycle.Wanted.plain(move, Optional.empty()),
            AnyReport.desk(),
            now)
        .next();
  }

  private static List<Merging.Ask> asks(Report report) {
    var asks = new ArrayList<Merging.Ask>();
    report.outbox().stream()
        .filter(effect -> effect.kind().equals(Merging.ASK))
        .forEach(effect -> asks.add(Merging.read(effect, Merging.Ask.class)));
    return asks;
  }
}
