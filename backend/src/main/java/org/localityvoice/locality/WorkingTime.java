package org.localityvoice.locality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When work is done, in local time.
 *
 * @param days of the week
 * @param opens such as {@code 08:30}
 * @param closes later on the same day
 * @param holidays days without work
 */
public record WorkingTime(
    List<DayOfWeek> days, String opens, String closes, List<Holiday> holidays) {

  /** Office hours without holidays, where a file says nothing. */
  static final WorkingTime USUAL =
      new WorkingTime(
          List.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY),
          "09:00",
          "17:00",
          List.of());

  public WorkingTime {
    days = List.copyOf(days);
    holidays = List.copyOf(holidays);
  }

  /**
   * A day without work.
   *
   * @param date such as {@code 2026-12-25}
   */
  public record Holiday(String date, Text name) {
    LocalDate day() {
      return LocalDate.parse(date);
    }
  }

  /** When a working day begins. */
  LocalTime opening() {
    return LocalTime.parse(opens);
  }

  /** When it ends. */
  LocalTime closing() {
    return LocalTime.parse(closes);
  }

  /**
   * The last day for which holidays are known: they come by whole years. After it every weekday
   * counts. Empty when none are known at all.
   */
  public Optional<LocalDate> knownUntil() {
    return holidays.stream()
        .map(Holiday::day)
        .max(Comparator.naturalOrder())
        .map(last -> LocalDate.of(last.getYear(), 12, 31));
  }
}
