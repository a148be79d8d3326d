package org.localityvoice.event.takeup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Three months by local dates. Figures are of whole quarters only, so that no two of them overlap.
 *
 * @param first its first month
 */
record Quarter(YearMonth first) {
  private static final Pattern NAME = Pattern.compile("([0-9]{4})-Q([1-4])");
  private static final int MONTHS = 3;

  /** By its name, as the contract has checked it. */
  static Quarter of(String name) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException("the contract lets only quarters through");
    }
    var month = (Integer.parseInt(parts.group(2)) - 1) * MONTHS + 1;
    return new Quarter(YearMonth.of(Integer.parseInt(parts.group(1)), month));
  }

  /** The latest that were over at a moment, the last one first. */
  static List<Quarter> overAt(Instant now, ZoneId zone, int count) {
    var month = YearMonth.from(now.atZone(zone));
    var first = month.minusMonths((month.getMonthValue() - 1) % MONTHS);
    var found = new ArrayList<Quarter>();
    for (var back = 1; back <= count; back++) {
      found.add(new Quarter(first.minusMonths((long) back * MONTHS)));
    }
    return found;
  }

  /** {@code 2026-Q4}. */
  String name() {
    return first.getYear() + "-Q" + ((first.getMonthValue() - 1) / MONTHS + 1);
  }

  LocalDate from() {
    return first.atDay(1);
  }

  /** The last day. */
  LocalDate to() {
    return first.plusMonths(MONTHS - 1L).atEndOfMonth();
  }

  Instant begin(ZoneId zone) {
    return from().atStartOfDay(zone).toInstant();
  }

  /** The first moment that is not part of it. */
  Instant over(ZoneId zone) {
    return first.plusMonths(MONTHS).atDay(1).atStartOfDay(zone).toInstant();
  }
}
