package org.localityvoice.event.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.planning.GapReport.Cell;
import org.localityvoice.event.planning.GapReport.Counted;
import org.localityvoice.event.planning.GapReport.Gaps;

/** What is on offer and what is missing. */
class GapReportTest {
  private static final Cell NOTHING = new Cell(0, 0, 0, 0);

  private static Counted counted(String day, int from, int to, boolean send, int capacity) {
    return new Counted(
        LocalDate.parse(day),
        new AgeRange(from, to),
        send,
        false,
        day + from + send,
        capacity,
        null,
        5);
  }

  private static GapReport report(String from, String to, Counted... sessions) {
    return GapReport.of(
        Week.touching(LocalDate.parse(from), LocalDate.parse(to)), List.of(sessions));
  }

  private static Gaps band(GapReport report, int week, String label) {
    return report.weeks().get(week).bands().stream()
        .filter(one -> one.band().label().equals(label))
        .findFirst()
        .orElseThrow()
        .gaps();
  }

  @Test
  void weeks_run_from_monday_to_sunday_and_the_year_may_have_fifty_three() {
    var weeks = Week.touching(LocalDate.parse("2026-12-27"), LocalDate.parse("2027-01-04"));
    assertThat(weeks).extracting(Week::label).containsExactly("2026-W52", "2026-W53", "2027-W01");
    assertThat(weeks.get(1).monday()).isEqualTo("2026-12-28");
    assertThat(weeks.get(1).sunday()).isEqualTo("2027-01-03");
  }

  @Test
  void what_is_missing_is_there_with_nothing_in_it() {
    var report = report("2026-12-21", "2027-01-03", counted("2026-12-22", 6, 10, false, 20));
    assertThat(report.weeks()).hasSize(2);
    assertThat(band(report, 0, "5-10")).isEqualTo(new Gaps(NOTHING, new Cell(1, 20, 5, 0)));
    for (var label : List.of("0-4", "11-15", "16-17", "18-64", "65+")) {
      assertThat(band(report, 0, label)).as(label).isEqualTo(new Gaps(NOTHING, NOTHING));
    }
    assertThat(band(report, 1, "5-10")).isEqualTo(new Gaps(NOTHING, NOTHING));
  }

  @Test
  void a_session_counts_whole_in_each_band_it_serves_and_once_in_the_total() {
    var report = report("2026-12-21", "2026-12-27", counted("2026-12-27", 8, 16, true, 12));
    for (var label : List.of("5-10", "11-15", "16-17")) {
      assertThat(band(report, 0, label).send()).as(label).isEqualTo(new Cell(1, 12, 5, 0));
    }
    assertThat(report.weeks().get(0).total()).isEqualTo(new Gaps(new Cell(1, 12, 5, 0), NOTHING));
  }

  @Test
  void sessions_that_share_a_pool_never_offer_more_than_the_pool() {
    var day = LocalDate.parse("2026-12-22");
    var morning = new Counted(day, new AgeRange(5, 7), false, false, "pool", 20, 30, 18);
    var later = new Counted(day, new AgeRange(8, 10), false, false, "pool", 20, 30, 4);
    var draft = new Counted(day, new AgeRange(8, 10), false, true, "other", 15, null, 0);
    var report = report("2026-12-21", "2026-12-21", morning, later, draft);
    assertThat(band(report, 0, "5-10").others()).isEqualTo(new Cell(2, 30, 22, 15));
  }
}
