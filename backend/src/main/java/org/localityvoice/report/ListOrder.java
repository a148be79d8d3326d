package org.localityvoice.report;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** The orders that lists come in; ties are broken by id, in the same direction. */
enum ListOrder {
  /** What has changed last goes first. */
  NEWEST_CHANGED("standing.changedAt", true, ReportRow::changed),
  /** For those who follow: what changed longest ago goes first. */
  OLDEST_CHANGED("standing.changedAt", false, ReportRow::changed),
  /** What came first goes first. */
  OLDEST_SUBMITTED(
      "standing.submittedAt",
      false,
      row -> new PageMark(Optional.of(row.standing().submittedAt()), row.id())),
  /** What was promised for the earliest time goes first; before all, what was not promised yet. */
  EXPECTED(
      "standing.expectedBy",
      false,
      row -> new PageMark(Optional.ofNullable(row.standing().expectedBy()), row.id()));

  private final String field;
  private final boolean descending;
  private final Function<ReportRow, PageMark> mark;

  ListOrder(String field, boolean descending, Function<ReportRow, PageMark> mark) {
    this.field = field;
    this.descending = descending;
    this.mark = mark;
  }

  /** The path of the time in a stored report. */
  String field() {
    return field;
  }

  boolean descending() {
    return descending;
  }

  /** Where a row stands. */
  PageMark mark(ReportRow row) {
    return mark.apply(row);
  }

  /** Which of two marks comes first. */
  Comparator<PageMark> marks() {
    return descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
  }
}
