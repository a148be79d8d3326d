package org.localityvoice.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * The years that councils count in: from 1 April to 31 March. Much is kept to the end of the year
 * that follows its own, so that a year can be looked into once it is complete.
 */
public final class FinancialYear {
  private FinancialYear() {}

  /** The moment when the financial year after that of a day is over. */
  public static Instant endOfNext(LocalDate day, ZoneId zone) {
    return begin(yearOf(day) + 2, zone);
  }

  /**
   * The same seen from the other end: what is of before this moment has been kept to the end of the
   * financial year after its own.
   */
  public static Instant keptSince(Instant now, ZoneId zone) {
    return begin(yearOf(LocalDate.ofInstant(now, zone)) - 1, zone);
  }

  private static int yearOf(LocalDate day) {
    return day.isBefore(LocalDate.of(day.getYear(), Month.APRIL, 1))
        ? day.getYear() - 1
        : day.getYear();
  }

  private static Instant begin(int year, ZoneId zone) {
    return LocalDate.of(year, Month.APRIL, 1).atStartOfDay(zone).toInstant();
  }
}
