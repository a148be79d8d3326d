package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.locality.WorkingTime.Holiday;

/** With the hours and bank holidays of the sample: Monday to Friday, 08:30 to 17:00. */
class WorkingCalendarTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final WorkingCalendar SAMPLE =
      new WorkingCalendar(SampleArea.area().reporting().workingTime(), LONDON);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LONDON).toInstant();
  }

  private static WorkingCalendar around(String opens, String closes) {
    return new WorkingCalendar(
        new WorkingTime(List.of(DayOfWeek.values()), opens, closes, List.of()), LONDON);
  }

  @ParameterizedTest(name = "from {0}, {1} days later is {2}")
  @CsvSource({
    "2026-11-23T10:00, 0, 2026-11-23T10:00",
    "2026-11-23T10:00, 1, 2026-11-24T10:00",
    // Opening and closing time are working time.
    "2026-11-23T08:30, 1, 2026-11-24T08:30",
    "2026-11-23T17:00, 1, 2026-11-24T17:00",
    // A report made outside hours counts from the next opening.
    "2026-11-23T17:01, 0, 2026-11-24T08:30",
    "2026-11-23T17:01, 1, 2026-11-25T08:30",
    "2026-11-23T06:00, 1, 2026-11-24T08:30",
    "2026-11-21T12:00, 1, 2026-11-24T08:30",
    // Over a weekend, over Easter, over Christmas and the year's end.
    "2026-11-20T10:00, 1, 2026-11-23T10:00",
    "2026-04-02T16:00, 1, 2026-04-07T16:00",
    "2026-12-24T10:00, 1, 2026-12-29T10:00",
    "2026-12-31T10:00, 1, 2027-01-04T10:00",
    "2027-12-24T10:00, 1, 2027-12-29T10:00",
    "2027-12-31T12:00, 1, 2028-01-04T12:00",
    // The time of day stays when clocks change, on 29 March and 25 October 2026.
    "2026-03-27T09:00, 1, 2026-03-30T09:00",
    "2026-10-23T09:00, 1, 2026-10-26T09:00",
    "2026-11-23T10:00, 5, 2026-11-30T10:00",
    "2026-11-23T10:00, 20, 2026-12-21T10:00",
  })
  void days_lead_to_the_same_time_so_many_working_days_later(String from, int days, String to) {
    assertThat(SAMPLE.plusDays(at(from), days)).isEqualTo(at(to));
  }

  @ParameterizedTest(name = "from {0}, {1} minutes later is {2}")
  @CsvSource({
    "2026-11-23T10:00, 0, 2026-11-23T10:00",
    "2026-11-23T10:00, 240, 2026-11-23T14:00",
    // What ends with the day's last minute ends at closing, not at the next opening.
    "2026-11-23T13:00, 240, 2026-11-23T17:00",
    "2026-11-23T13:01, 240, 2026-11-24T08:31",
    "2026-11-23T17:00, 1, 2026-11-24T08:31",
    "2026-11-20T16:00, 120, 2026-11-23T09:30",
    "2026-12-24T16:30, 60, 2026-12-29T09:00",
    "2026-11-22T03:00, 240, 2026-11-23T12:30",
    "2026-11-23T08:30, 5100, 2026-12-04T17:00",
  })
  void minutes_run_only_while_work_is_done(String from, int minutes, String to) {
    assertThat(SAMPLE.plusMinutes(at(from), minutes)).isEqualTo(at(to));
  }

  @Test
  void a_promise_is_kept_in_days_or_in_minutes() {
    var monday = at("2026-11-23T10:00");
    assertThat(SAMPLE.plus(monday, new Promise(Priority.NORMAL, 5, 0, 1)))
        .isEqualTo(at("2026-11-30T10:00"));
    assertThat(SAMPLE.plus(monday, new Promise(Priority.EMERGENCY, 0, 240, 1)))
        .isEqualTo(at("2026-11-23T14:00"));
  }

  @Test
  void work_between_two_instants_is_what_lies_in_the_hours() {
    assertThat(SAMPLE.workingTimeBetween(at("2026-11-20T16:00"), at("2026-11-23T09:30")))
        .isEqualTo(Duration.ofHours(2));
    assertThat(SAMPLE.workingTimeBetween(at("2026-12-25T00:00"), at("2026-12-29T00:00"))).isZero();
    assertThat(SAMPLE.workingTimeBetween(at("2026-11-23T12:00"), at("2026-11-23T10:00"))).isZero();
  }

  @Test
  void a_day_that_loses_an_hour_has_an_hour_less_and_one_that_gains_one_an_hour_more() {
    var nights = around("00:00", "04:00");
    assertThat(nights.workingTimeBetween(at("2026-03-29T00:00"), at("2026-03-29T12:00")))
        .isEqualTo(Duration.ofHours(3));
    assertThat(nights.workingTimeBetween(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
        .isEqualTo(Duration.ofHours(5));
    assertThat(nights.plusMinutes(at("2026-03-29T00:00"), 120)).isEqualTo(at("2026-03-29T03:00"));
  }

  @Test
  void hours_that_the_clocks_leave_out_make_no_working_day() {
    var missing = around("01:00", "02:00");
    assertThat(missing.plusDays(at("2026-03-28T01:30"), 1)).isEqualTo(at("2026-03-30T01:30"));
    assertThat(missing.plusDays(at("2026-03-29T00:10"), 0)).isEqualTo(at("2026-03-30T01:00"));
  }

  @Test
  void a_time_that_is_left_out_stands_for_the_moment_the_clocks_change() {
    var night = around("00:00", "06:00");
    assertThat(night.plusDays(at("2026-03-28T01:30"), 1))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void an_hour_that_comes_twice_keeps_its_order() {
    var night = around("00:00", "06:00");
    var first = Instant.parse("2026-10-25T00:45:00Z");
    var second = Instant.parse("2026-10-25T01:15:00Z");
    assertThat(first.atZone(LONDON).toLocalTime()).isAfter(second.atZone(LONDON).toLocalTime());
    assertThat(night.plusDays(second, 1)).isAfter(night.plusDays(first, 1));
  }

  @Test
  void a_long_chain_of_holidays_is_passed_over() {
    var first = LocalDate.parse("2026-01-01");
    var chain =
        first
            .datesUntil(first.plusDays(400))
            .map(day -> new Holiday(day.toString(), new Text(Map.of("en", "Closed"))))
            .toList();
    var days = List.of(DayOfWeek.MONDAY);
    var closed = new WorkingCalendar(new WorkingTime(days, "09:00", "10:00", chain), LONDON);
    assertThat(closed.plusDays(at("2026-01-05T09:30"), 0)).isEqualTo(at("2027-02-08T09:00"));
    assertThat(closed.plusMinutes(at("2025-12-29T09:30"), 31)).isEqualTo(at("2027-02-08T09:01"));
  }

  @Test
  void very_many_days_are_counted_and_absurdly_many_refused() {
    var monday = at("2026-11-23T10:00");
    assertThat(SAMPLE.plusDays(monday, WorkingCalendar.MOST)).isAfter(at("2064-01-01T00:00"));
    assertThatThrownBy(() -> SAMPLE.plusDays(monday, WorkingCalendar.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SAMPLE.plusDays(monday, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SAMPLE.plusMinutes(monday, WorkingCalendar.MOST * 60L + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void holidays_are_known_to_the_end_of_their_last_year_and_then_every_weekday_counts() {
    var time = SampleArea.area().reporting().workingTime();
    assertThat(time.knownUntil()).contains(LocalDate.parse("2028-12-31"));
    assertThat(WorkingTime.USUAL.knownUntil()).isEmpty();
    assertThat(SAMPLE.plusDays(at("2029-12-24T10:00"), 1)).isEqualTo(at("2029-12-25T10:00"));
  }
}
