package org.localityvoice.pledge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;

/**
 * A quarter of a year, by which problems are counted.
 *
 * @param first its first month
 */
record Quarter(YearMonth first) {
  private static final int MONTHS = 3;

  /** Those that are over by a day, the latest first, without end. */
  static Stream<Quarter> overBy(LocalDate day) {
    var month = YearMonth.from(day.plusDays(1));
    var here = month.minusMonths((month.getMonthValue() - 1) % MONTHS);
    return Stream.iterate(
        new Quarter(here.minusMonths(MONTHS)),
        quarter -> new Quarter(quarter.first().minusMonths(MONTHS)));
  }

  /** The name in the contract: {@code 2026-Q3}. */
  String name() {
    return first.getYear() + "-Q" + ((first.getMonthValue() - 1) / MONTHS + 1);
  }

  LocalDate from() {
    return first.atDay(1);
  }

  LocalDate to() {
    return first.plusMonths(MONTHS - 1L).atEndOfMonth();
  }
}
