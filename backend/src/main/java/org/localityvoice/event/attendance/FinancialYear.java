package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/** The years that councils count in: from 1 April to 31 March. */
final class FinancialYear {
  private FinancialYear() {}

  /** The moment when the financial year after that of a day is over. */
  static Instant endOfNext(LocalDate day, ZoneId zone) {
    var begun =
        day.isBefore(LocalDate.of(day.getYear(), Month.APRIL, 1))
            ? day.getYear() - 1
            : day.getYear();
    return LocalDate.of(begun + 2, Month.APRIL, 1).atStartOfDay(zone).toInstant();
  }
}
