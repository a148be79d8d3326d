package org.localityvoice.event.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.AgeRange;

/**
 * What is on offer, and so what is missing: week by age band, apart for sessions that cater for
 * special educational needs and disabilities and for those that do not. Cells without anything are
 * there like all others, since they are what the report is for. A session counts whole in each band
 * that it serves, because any of its places may go to any of them; so bands must not be added up,
 * and the total of a week counts each session once. Pure.
 */
record GapReport(List<WeekGaps> weeks) {
  GapReport {
    weeks = List.copyOf(weeks);
  }

  /**
   * A session, as it is counted.
   *
   * @param day the local date that it starts on
   * @param draft whether it is not published yet
   * @param allotment sessions that share a pool have the same
   * @param pool how many places they have together; absent without a pool
   * @param taken places that are taken, kept or offered to somebody
   */
  record Counted(
      LocalDate day,
      AgeRange ages,
      boolean send,
      boolean draft,
      String allotment,
      int capacity,
      @Nullable Integer pool,
      int taken) {}

  /** A week. */
  record WeekGaps(Week week, Gaps total, List<BandGaps> bands) {
    WeekGaps {
      bands = List.copyOf(bands);
    }
  }

  /** A band in a week. */
  record BandGaps(AgeBand band, Gaps gaps) {}

  /** Apart for sessions that cater for special educational needs and disabilities. */
  record Gaps(Cell send, Cell others) {}

  /**
   * What is on offer.
   *
   * @param sessions that are published
   * @param offered places in them; those of a pool never more than the pool has
   * @param taken of these
   * @param drafted places in drafts
   */
  record Cell(int sessions, int offered, int taken, int drafted) {}

  static GapReport of(List<Week> weeks, List<Counted> sessions) {
    var byWeek = sessions.stream().collect(Collectors.groupingBy(one -> Week.of(one.day())));
    return new GapReport(
        weeks.stream().map(week -> week(week, byWeek.getOrDefault(week, List.of()))).toList());
  }

  private static WeekGaps week(Week week, List<Counted> sessions) {
    return new WeekGaps(
        week,
        gaps(sessions),
        Arrays.stream(AgeBand.values())
            .map(band -> new BandGaps(band, gaps(some(sessions, one -> band.servedBy(one.ages())))))
            .toList());
  }

  private static Gaps gaps(List<Counted> sessions) {
    return new Gaps(cell(some(sessions, Counted::send)), cell(some(sessions, one -> !one.send())));
  }

  private static Cell cell(List<Counted> sessions) {
    var published = some(sessions, one -> !one.draft());
    return new Cell(
        published.size(),
        places(published),
        published.stream().mapToInt(Counted::taken).sum(),
        places(some(sessions, Counted::draft)));
  }

  private static int places(List<Counted> sessions) {
    Map<String, Integer> byAllotment = new HashMap<>();
    for (var one : sessions) {
      var most = one.pool() == null ? Integer.MAX_VALUE : one.pool();
      byAllotment.merge(
          one.allotment(),
          Math.min(one.capacity(), most),
          (some, more) -> Math.min(some + more, most));
    }
    return byAllotment.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Counted> some(List<Counted> sessions, Predicate<Counted> which) {
    return sessions.stream().filter(which).toList();
  }
}
