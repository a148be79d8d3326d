package org.localityvoice.pledge;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One line of the feed.
 *
 * @param id names it for good: the same thing has the same id however often the feed is made
 * @param from first day of what it is about
 * @param to last day of it, by which the feed is ordered
 */
record Entry(String id, Part part, LocalDate from, LocalDate to, About about) {
  /** Newest first; what ends on the same day by id. */
  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::to).reversed().thenComparing(Entry::id);
}
