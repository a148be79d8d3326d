package org.localityvoice.report.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * The days on which reports were made that are counted.
 *
 * @param name {@code 2026-Q4}, {@code 2026-11}, or the two days
 * @param from the first day
 * @param to the last day
 */
record Period(String name, LocalDate from, LocalDate to) {
  /** No period is longer. */
  static final int MOST_MONTHS = 24;

  private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");
  private static final int MONTHS = 3;

  /** A quarter or a month by its name, as the contract has checked it. */
  static Period of(String name) {
    var quarter = QUARTER.matcher(name);
    if (quarter.matches()) {
      var last = Integer.parseInt(quarter.group(2)) * MONTHS;
      var end = YearMonth.of(Integer.parseInt(quarter.group(1)), last);
      return new Period(name, end.minusMonths(MONTHS - 1L).atDay(1), end.atEndOfMonth());
    }
    var month = YearMonth.parse(name);
    return new Period(name, month.atDay(1), month.atEndOfMonth());
  }

  /** From one day to another. */
  static Period of(LocalDate from, LocalDate to) {
    return new Period(from + "/" + to, from, to);
  }

  /** Whether it is longer than any that is counted. */
  boolean tooLong() {
    return !to.isBefore(from.plusMonths(MOST_MONTHS));
  }

  /** When it begins. */
  Instant begin(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** When it is over: the first moment that is not part of it. */
  Instant over(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The last moment of a day; what happened by then counts at that date. */
  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
