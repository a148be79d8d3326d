package org.localityvoice.directory;

import java.util.List;
import java.util.Map;

/**
 * All published services, as open lists choose by them, of one moment: so that all pages and totals
 * of a list agree with each other.
 *
 * @param reading counts how often it was read, so that one is known from the next
 * @param rows in the order of ids
 * @param points where places are, by id, as far as that is known
 */
public record OpenIndex(long reading, List<OpenRow> rows, Map<String, Point> points) {
  public OpenIndex {
    rows = List.copyOf(rows);
    points = Map.copyOf(points);
  }
}
