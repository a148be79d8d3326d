package org.localityvoice.walkabout.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.localityvoice.walkabout.Spot;
import org.localityvoice.walkabout.finding.Finding;
import org.localityvoice.walkabout.finding.Moved;
import org.localityvoice.walkabout.finding.Notes;
import org.localityvoice.walkabout.finding.Reported;
import org.localityvoice.walkabout.finding.Seen;
import org.localityvoice.walkabout.grading.FindingMove;
import org.localityvoice.walkabout.grading.FindingState;
import org.localityvoice.walkabout.grading.Grade;

/** What became of one finding that should have been put right by noon. */
class FateTest {
  private static final Instant DUE = Instant.parse("2026-11-26T12:00:00Z");
  private static final Instant EVENING = DUE.plus(Duration.ofHours(6));
  private static final Share LATE = new Share(0, 1);
  private static final Share IN_TIME = new Share(1, 1);

  private static Moved move(FindingMove move, Instant at) {
    return new Moved(1, move, "somebody", "warden", null, null, Grade.A, null, at);
  }

  private static Fate fate(Instant due, Reported report, Instant now, Moved... moves) {
    var last = moves.length == 0 ? FindingState.ASSIGNED : moves[moves.length - 1].move().to();
    var seen = new Seen("litter", Grade.D, "litter", new Spot(54.5728, -1.2519), false, false, due);
    var finding =
        new Finding(
            "finding-1",
            1,
            "walk-1",
            "newport",
            new Notes(List.of(), List.of(), null),
            1,
            last,
            "thirteen",
            List.of(moves),
            DUE.minus(Duration.ofDays(1)),
            seen,
            due,
            report,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null);
    return Fate.of(finding, seen, now);
  }

  private static Share onTime(Instant now, Moved... moves) {
    return fate(DUE, null, now, moves).onTime();
  }

  @Test
  void it_counts_when_somebody_else_has_seen_in_time_that_it_is_put_right() {
    assertThat(onTime(EVENING, move(FindingMove.VERIFY, DUE))).isEqualTo(IN_TIME);
    assertThat(onTime(EVENING, move(FindingMove.VERIFY, DUE.plusSeconds(1)))).isEqualTo(LATE);
    assertThat(onTime(EVENING)).as("nobody did anything").isEqualTo(LATE);
    assertThat(onTime(EVENING, move(FindingMove.CLAIM_DONE, DUE.minusSeconds(60))))
        .as("the owner's word is not enough")
        .isEqualTo(LATE);
  }

  @Test
  void what_was_opened_again_was_not_put_right_then() {
    var first = move(FindingMove.VERIFY, DUE.minusSeconds(60));
    var reopened = move(FindingMove.REOPEN, DUE.minusSeconds(30));
    assertThat(onTime(EVENING, first, reopened)).isEqualTo(LATE);
    assertThat(onTime(EVENING, first, reopened, move(FindingMove.VERIFY, DUE))).isEqualTo(IN_TIME);
    assertThat(onTime(EVENING, first, reopened, move(FindingMove.VERIFY, EVENING))).isEqualTo(LATE);
  }

  @Test
  void nothing_is_said_before_the_time_is_over_or_where_none_is_promised_or_nobody_answers() {
    var verified = move(FindingMove.VERIFY, DUE.minusSeconds(60));
    assertThat(onTime(DUE, verified)).isEqualTo(Share.NONE);
    assertThat(onTime(DUE)).isEqualTo(Share.NONE);
    assertThat(fate(null, null, EVENING, verified).onTime()).isEqualTo(Share.NONE);
    assertThat(onTime(EVENING, move(FindingMove.NOT_OURS, DUE))).isEqualTo(Share.NONE);
  }

  @Test
  void it_was_reported_before_by_a_resident_or_by_nobody_and_another_walkabout_is_neither() {
    assertThat(reported(new Reported("report-1", true, true))).isEqualTo(new Share(1, 1));
    assertThat(reported(new Reported("report-1", false, false))).isEqualTo(new Share(0, 1));
    assertThat(reported(new Reported("report-1", true, false))).isEqualTo(Share.NONE);
    assertThat(reported(null)).as("it became no report").isEqualTo(Share.NONE);
  }

  private static Share reported(Reported report) {
    return fate(DUE, report, EVENING).reported();
  }

  @Test
  void many_are_added_up_in_any_order() {
    var one = fate(DUE, new Reported("report-1", true, true), EVENING);
    var other = fate(DUE, null, EVENING, move(FindingMove.VERIFY, DUE));
    var both = new Fate(2, new Share(1, 2), new Share(1, 1));
    assertThat(one.and(other)).isEqualTo(both).isEqualTo(other.and(one));
    assertThat(Fate.NONE.and(one)).isEqualTo(one);
    assertThat(Optional.of(both.onTime().percent())).contains(Optional.empty());
  }
}
