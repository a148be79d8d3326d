package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.allocation.Policy;

class SeriesAndClocksTest {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/London"),
          // Half an hour, and one that goes back at midnight.
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Atlantic/Azores"));

  private static Series series(List<LocalDate> days, LocalTime starts, LocalTime ends) {
    var terms = new Terms(10, null, Policy.usual(10));
    return new Series("series-1", days, starts, ends, "hub", "hall", terms);
  }

  @Provide
  Arbitrary<Series> anySeries() {
    var first =
        Arbitraries.integers().between(0, 700).map(day -> LocalDate.of(2026, 1, 1).plusDays(day));
    var minutes =
        Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.of(m / 60, m % 60));
    var weekdays = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Combinators.combine(
            first, Arbitraries.integers().between(1, 110), weekdays, minutes, minutes)
        .as(
            (from, length, days, starts, ends) ->
                series(Series.weekly(from, from.plusDays(length), days, Set.of()), starts, ends));
  }

  @Property(tries = 400)
  void each_session_begins_on_its_day_when_the_clocks_say_so_and_ends_after_that(
      @ForAll("anySeries") Series series, @ForAll("zones") ZoneId zone) {
    for (var day : series.days()) {
      var slot = series.slot(day, zone);
      var from = slot.startsAt().atZone(zone);
      var wanted = day.atTime(series.starts());
      var skipped = zone.getRules().getTransition(wanted);
      var missing = skipped != null && skipped.isGap();
      assertThat(from.toLocalDateTime())
          .isEqualTo(missing ? wanted.plus(skipped.getDuration()) : wanted);
      if (!missing) {
        // Of two such moments the first.
        assertThat(zone.getRules().getValidOffsets(wanted).get(0)).isEqualTo(from.getOffset());
      }
      assertThat(slot.startsAt()).isBefore(slot.endsAt());
      assertThat(Duration.between(slot.startsAt(), slot.endsAt()))
          .isLessThanOrEqualTo(Slot.LONGEST);
    }
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES);
  }

  @Property(tries = 200)
  void a_weekly_series_has_every_such_day_once_and_no_other(@ForAll("anySeries") Series series) {
    var days = series.days();
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    days.forEach(day -> weekdays.add(day.getDayOfWeek()));
    assertThat(days).doesNotHaveDuplicates().isSorted();
    if (!days.isEmpty()) {
      var all = days.get(0).datesUntil(days.get(days.size() - 1).plusDays(1));
      assertThat(all.filter(day -> weekdays.contains(day.getDayOfWeek()))).isEqualTo(days);
    }
    assertThat(days.stream().map(day -> series.sessionId("event", day))).doesNotHaveDuplicates();
  }

  @Test
  void a_night_when_the_clocks_go_forward_or_back() {
    var london = ZoneId.of("Europe/London");
    var forward = LocalDate.of(2027, 3, 28);
    var skipped = series(List.of(forward), LocalTime.of(1, 30), LocalTime.of(2, 15));
    assertThat(skipped.slot(forward, london).startsAt()).hasToString("2027-03-28T01:30:00Z");
    assertThat(skipped.slot(forward, london).endsAt())
        .as("as long as always")
        .hasToString("2027-03-28T02:15:00Z");
    var back = LocalDate.of(2027, 10, 31);
    var twice = series(List.of(back), LocalTime.of(1, 30), LocalTime.of(3, 0));
    assertThat(twice.slot(back, london).startsAt()).hasToString("2027-10-31T00:30:00Z");
    assertThat(twice.slot(back, london).endsAt()).hasToString("2027-10-31T03:00:00Z");
  }

  @Test
  void days_that_are_excepted_or_listed_twice() {
    var day = LocalDate.of(2027, 1, 4);
    var days = List.of(day.plusDays(2), day, day, day.plusDays(1));
    assertThat(Series.without(days, List.of(day.plusDays(1))))
        .containsExactly(day, day.plusDays(2));
  }
}
