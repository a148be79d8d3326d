package org.localityvoice.pmf.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A quarter of a year, by which the performance framework counts.
 *
 * @param name {@code 2026-Q3}
 */
public record Quarter(String name) {
  private static final int YEAR = 4;
  private static final int MONTHS = 3;

  /** The last one that is over at the end of a day. */
  public static Quarter overBy(LocalDate day) {
    var here = of(day);
    return here.to().equals(day) ? here : of(here.from().minusDays(1));
  }

  private static Quarter of(LocalDate day) {
    return new Quarter(day.getYear() + "-Q" + ((day.getMonthValue() - 1) / MONTHS + 1));
  }

  /** Its first day. */
  public LocalDate from() {
    return YearMonth.of(year(), (number() - 1) * MONTHS + 1).atDay(1);
  }

  /** Its last day. */
  public LocalDate to() {
    return YearMonth.from(from()).plusMonths(MONTHS - 1L).atEndOfMonth();
  }

  /** The one before it. */
  public Quarter before() {
    return of(from().minusDays(1));
  }

  private int year() {
    return Integer.parseInt(name.substring(0, YEAR));
  }

  private int number() {
    return Integer.parseInt(name.substring(YEAR + 2));
  }
}
