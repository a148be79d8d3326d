package org.localityvoice.event.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** A week from Monday to Sunday, in local dates (ISO 8601). */
record Week(LocalDate monday) {
  static final int DAYS = 7;

  /** The week of a day. */
  static Week of(LocalDate day) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** Every week that has a day in this time, both ends counted. */
  static List<Week> touching(LocalDate from, LocalDate to) {
    var last = of(to);
    return Stream.iterate(of(from), week -> !week.monday.isAfter(last.monday), week -> week.next())
        .toList();
  }

  Week next() {
    return new Week(monday.plusDays(DAYS));
  }

  LocalDate sunday() {
    return monday.plusDays(DAYS - 1);
  }

  /** As ISO 8601 writes it: {@code 2026-W53}. */
  String label() {
    return "%d-W%02d"
        .formatted(
            monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
