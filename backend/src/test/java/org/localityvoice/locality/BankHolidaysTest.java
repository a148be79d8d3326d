package org.localityvoice.locality;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.locality.WorkingTime.Holiday;

/**
 * The sample's bank holidays are those that the rules for England give: the Banking and Financial
 * Dealings Act 1971 with the yearly proclamations.
 */
class BankHolidaysTest {
  @ParameterizedTest
  @ValueSource(ints = {2025, 2026, 2027, 2028})
  void the_holidays_of_a_year_follow_the_rules(int year) {
    assertThat(SampleArea.area().reporting().workingTime().holidays())
        .extracting(Holiday::date)
        .filteredOn(date -> date.startsWith(year + "-"))
        .containsExactlyElementsOf(holidays(year).stream().map(LocalDate::toString).toList());
  }

  private static SortedSet<LocalDate> holidays(int year) {
    var easter = easter(year);
    var days =
        new TreeSet<>(
            List.of(
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1).with(firstInMonth(MONDAY)),
                LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)),
                LocalDate.of(year, 8, 1).with(lastInMonth(MONDAY))));
    // Days that move are placed in turn, so that two of them never fall on one.
    for (var fixed :
        List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26))) {
      var day = fixed;
      while (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || days.contains(day)) {
        day = day.plusDays(1);
      }
      days.add(day);
    }
    return days;
  }

  /** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
  private static LocalDate easter(int year) {
    var a = year % 19;
    var b = year / 100;
    var c = year % 100;
    var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    var m = (a + 11 * h + 22 * l) / 451;
    var n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
