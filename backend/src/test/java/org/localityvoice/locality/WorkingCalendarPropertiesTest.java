package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.localityvoice.locality.WorkingTime.Holiday;

class WorkingCalendarPropertiesTest {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
  private static final Instant FIRST = Instant.parse("2025-12-30T00:00:00Z");
  private static final int MINUTES = 700 * 24 * 60;

  /** Hours in a zone; on Lord Howe the clocks change by half an hour. */
  record Office(WorkingTime time, ZoneId zone) {
    WorkingCalendar calendar() {
      return new WorkingCalendar(time, zone);
    }

    boolean works(LocalDate day) {
      return time.days().contains(day.getDayOfWeek())
          && time.holidays().stream().noneMatch(h -> h.date().equals(day.toString()));
    }

    /** Whether work is done in the minute that begins then. */
    boolean open(Instant at) {
      var local = at.atZone(zone);
      var now = local.toLocalTime();
      return works(local.toLocalDate()) && !now.isBefore(opens()) && now.isBefore(closes());
    }

    LocalTime opens() {
      return LocalTime.parse(time.opens());
    }

    LocalTime closes() {
      return LocalTime.parse(time.closes());
    }

    /** The slow way: minute by minute. */
    Instant begin(Instant start) {
      var local = start.atZone(zone);
      if (works(local.toLocalDate()) && local.toLocalTime().equals(closes())) {
        return start;
      }
      var at = start;
      while (!open(at)) {
        at = at.plus(1, ChronoUnit.MINUTES);
      }
      return at;
    }

    Instant minutesLater(Instant start, int minutes) {
      var at = begin(start);
      for (var left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
        left -= open(at) ? 1 : 0;
      }
      return at;
    }

    Instant daysLater(Instant start, int days) {
      var from = begin(start).atZone(zone);
      var day = from.toLocalDate();
      for (var left = days; left > 0; ) {
        day = day.plusDays(1);
        left -= works(day) ? 1 : 0;
      }
      return day.atTime(from.toLocalTime()).atZone(zone).toInstant();
    }
  }

  @Provide
  Arbitrary<Office> offices() {
    return offices(3 * 60);
  }

  @Provide
  Arbitrary<Office> nightOffices() {
    return offices(0);
  }

  private static Arbitrary<Office> offices(int earliest) {
    var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).map(Set::stream);
    var opens = Arbitraries.integers().between(earliest, 22 * 60);
    var length = Arbitraries.integers().between(60, 12 * 60);
    var holidays = Arbitraries.integers().between(0, 800).set().ofMaxSize(60);
    var chain = Arbitraries.integers().between(0, 30);
    var zones =
        Arbitraries.of("Europe/London", "America/St_Johns", "Australia/Lord_Howe", "UTC")
            .map(ZoneId::of);
    return Combinators.combine(days, opens, length, holidays, chain, zones)
        .as(
            (week, open, minutes, closed, more, zone) ->
                new Office(
                    new WorkingTime(
                        week.toList(),
                        clock(open),
                        clock(Math.min(open + minutes, 23 * 60 + 59)),
                        holidays(closed, more)),
                    zone));
  }

  private static String clock(int minutes) {
    return LocalTime.MIDNIGHT.plusMinutes(minutes).toString();
  }

  /** Scattered ones, and a chain of them. */
  private static List<Holiday> holidays(Set<Integer> scattered, int chain) {
    var name = new Text(Map.of("en", "Closed"));
    return FIRST_DAY
        .datesUntil(FIRST_DAY.plusDays(801))
        .filter(
            day -> {
              var number = (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
              return scattered.contains(number) || (number >= 80 && number < 80 + chain);
            })
        .map(day -> new Holiday(day.toString(), name))
        .toList();
  }

  private static Instant minute(int minute) {
    return FIRST.plus(minute, ChronoUnit.MINUTES);
  }

  @Property(tries = 150)
  void minutes_and_days_agree_with_counting_minute_by_minute(
      @ForAll("offices") Office office,
      @ForAll @IntRange(max = MINUTES) int start,
      @ForAll @IntRange(max = 900) int minutes,
      @ForAll @IntRange(max = 30) int days) {
    var calendar = office.calendar();
    var from = minute(start);
    assertThat(calendar.plusMinutes(from, minutes)).isEqualTo(office.minutesLater(from, minutes));
    assertThat(calendar.plusDays(from, days)).isEqualTo(office.daysLater(from, days));
  }

  @Property(tries = 100)
  void counting_agrees_around_every_change_of_the_clocks(
      @ForAll("offices") Office office,
      @ForAll @IntRange(min = -4_000, max = 4_000) int near,
      @ForAll @IntRange(max = 600) int minutes) {
    var change = office.zone().getRules().nextTransition(FIRST);
    var from = (change == null ? FIRST : change.getInstant()).plus(near, ChronoUnit.MINUTES);
    assertThat(office.calendar().plusMinutes(from, minutes))
        .isEqualTo(office.minutesLater(from, minutes));
  }

  @Property
  void a_later_start_never_ends_earlier(
      @ForAll("nightOffices") Office office,
      @ForAll @IntRange(max = MINUTES * 60) int second,
      @ForAll @IntRange(max = 200_000) int more,
      @ForAll @IntRange(max = 2_000) int minutes,
      @ForAll @IntRange(max = 60) int days) {
    var calendar = office.calendar();
    var earlier = FIRST.plusSeconds(second);
    var later = earlier.plusSeconds(more);
    assertThat(calendar.plusMinutes(later, minutes))
        .isAfterOrEqualTo(calendar.plusMinutes(earlier, minutes));
    assertThat(calendar.plusDays(later, days)).isAfterOrEqualTo(calendar.plusDays(earlier, days));
    assertThat(calendar.plusDays(earlier, days)).isAfterOrEqualTo(earlier);
  }

  @Property
  void around_a_change_of_the_clocks_a_later_start_never_ends_earlier(
      @ForAll("nightOffices") Office office,
      @ForAll @IntRange(min = -7_000, max = 7_000) int near,
      @ForAll @IntRange(max = 7_000) int more,
      @ForAll @IntRange(max = 3) int days) {
    var changes = office.zone().getRules();
    var change = changes.nextTransition(FIRST);
    while (change != null && change.isGap()) {
      change = changes.nextTransition(change.getInstant());
    }
    var earlier = (change == null ? FIRST : change.getInstant()).plusSeconds(near);
    var calendar = office.calendar();
    assertThat(calendar.plusDays(earlier.plusSeconds(more), days))
        .isAfterOrEqualTo(calendar.plusDays(earlier, days));
  }

  @Property
  void it_never_ends_outside_working_hours_or_on_a_holiday(
      @ForAll("offices") Office office,
      @ForAll @IntRange(max = MINUTES) int start,
      @ForAll @IntRange(max = 20_000) int minutes,
      @ForAll @IntRange(max = 200) int days) {
    var calendar = office.calendar();
    for (var end :
        List.of(
            calendar.plusMinutes(minute(start), minutes), calendar.plusDays(minute(start), days))) {
      var local = end.atZone(office.zone());
      assertThat(office.works(local.toLocalDate())).isTrue();
      assertThat(local.toLocalTime()).isBetween(office.opens(), office.closes());
    }
  }

  @Property
  void minutes_in_two_steps_are_minutes_in_one(
      @ForAll("nightOffices") Office office,
      @ForAll @IntRange(max = MINUTES * 60) int second,
      @ForAll @IntRange(max = 5_000) int some,
      @ForAll @IntRange(max = 5_000) int more) {
    var calendar = office.calendar();
    var start = FIRST.plusSeconds(second);
    assertThat(calendar.plusMinutes(calendar.plusMinutes(start, some), more))
        .isEqualTo(calendar.plusMinutes(start, some + more));
  }

  @Property
  void the_work_until_the_end_is_what_was_asked_for(
      @ForAll("nightOffices") Office office,
      @ForAll @IntRange(max = MINUTES * 60) int second,
      @ForAll @IntRange(max = 5_000) int minutes) {
    var start = FIRST.plusSeconds(second);
    var end = office.calendar().plusMinutes(start, minutes);
    assertThat(office.calendar().workingTimeBetween(start, end))
        .isEqualTo(Duration.ofMinutes(minutes));
  }

  @Property
  void the_work_between_adds_up_wherever_one_stops_in_between(
      @ForAll("nightOffices") Office office,
      @ForAll @IntRange(max = MINUTES) int start,
      @ForAll @IntRange(max = 100_000) int some,
      @ForAll @IntRange(max = 100_000) int more) {
    var calendar = office.calendar();
    var middle = minute(start).plus(some, ChronoUnit.MINUTES);
    var end = middle.plus(more, ChronoUnit.MINUTES);
    assertThat(
            calendar
                .workingTimeBetween(minute(start), middle)
                .plus(calendar.workingTimeBetween(middle, end)))
        .isEqualTo(calendar.workingTimeBetween(minute(start), end));
  }
}
