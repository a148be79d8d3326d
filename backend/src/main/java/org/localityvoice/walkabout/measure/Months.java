package org.localityvoice.walkabout.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Whole months, by local time.
 *
 * @param from the first
 * @param to the last, which is among them
 */
record Months(YearMonth from, YearMonth to) {
  /** So many can be asked for at a time. */
  static final int MOST = 24;

  private static final int YEAR = 4;
  private static final int QUARTER = 3;

  /**
   * As they were asked for.
   *
   * @param from {@code 2026-07}, as the contract has checked it
   * @param today the month that it is
   * @throws Problem with {@code before-from}, {@code period-too-long} or {@code date-to-come}
   */
  static Months asked(String from, String to, YearMonth today) {
    var months = new Months(YearMonth.parse(from), YearMonth.parse(to));
    if (months.to.isBefore(months.from)) {
      throw fault("before-from", List.of());
    }
    if (months.to.isAfter(today)) {
      throw fault("date-to-come", List.of());
    }
    if (months.from.plusMonths(MOST).compareTo(months.to) <= 0) {
      throw fault("period-too-long", List.of(MOST));
    }
    return months;
  }

  /** The three of a quarter, {@code 2026-Q4}, as the contract has checked it. */
  static Months ofQuarter(String name) {
    var first =
        YearMonth.of(
            Integer.parseInt(name.substring(0, YEAR)),
            (Integer.parseInt(name.substring(YEAR + 2)) - 1) * QUARTER + 1);
    return new Months(first, first.plusMonths(QUARTER - 1L));
  }

  /** The first day. */
  LocalDate firstDay() {
    return from.atDay(1);
  }

  /** The last day. */
  LocalDate lastDay() {
    return to.atEndOfMonth();
  }

  private static Problem fault(String code, List<Object> arguments) {
    return Problem.invalid(List.of(new Violation(Violation.In.QUERY, "to", code, arguments)));
  }

  /** All of them, the first one first. */
  List<YearMonth> all() {
    return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1)).toList();
  }
}
