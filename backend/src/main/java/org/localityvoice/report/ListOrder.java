package org.localityvoice.report;

import java.util.Comparator;
import java.util.Optional;

/** The orders that lists come in; ties are broken by id, in the same direction. */
enum ListOrder {
  /** What has changed last goes first. */
  NEWEST_CHANGED("standing.changedAt", true),
  /** For those who follow: what changed longest ago goes first. */
  OLDEST_CHANGED("standing.changedAt", false),
  /** What came first goes first. */
  OLDEST_SUBMITTED("standing.submittedAt", false),
  /** What was promised for the earliest time goes first; before all, what was not promised yet. */
  EXPECTED("standing.expectedBy", false);

  private final String field;
  private final boolean descending;

  ListOrder(String field, boolean descending) {
    this.field = field;
    this.descending = descending;
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
    var standing = row.standing();
    var time =
        switch (this) {
          case NEWEST_CHANGED, OLDEST_CHANGED -> Optional.of(standing.changedAt());
          case OLDEST_SUBMITTED -> Optional.of(standing.submittedAt());
          case EXPECTED -> Optional.ofNullable(standing.expectedBy());
        };
    return new PageMark(time, row.id());
  }

  /** Which of two marks comes first. */
  Comparator<PageMark> marks() {
    return descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
  }
}
