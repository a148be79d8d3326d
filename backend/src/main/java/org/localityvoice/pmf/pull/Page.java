package org.localityvoice.pmf.pull;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.pmf.Published;

/**
 * The observations of whole statements, as many as are written in one go: with figures by group a
 * statement may have hundreds, and an answer is written while others wait.
 *
 * @param last sequence of the last statement that is in it; 0 without any
 * @param more whether there may be more after it
 */
record Page(List<Row> rows, long last, boolean more) {
  static final int MOST_ROWS = 3_000;

  /** As many of the statements as fit, at least one; {@code limit} is what was asked for. */
  static Page of(List<Published> found, int limit) {
    var rows = new ArrayList<Row>();
    var last = 0L;
    for (var one : found) {
      var next = Row.of(one);
      if (!rows.isEmpty() && rows.size() + next.size() > MOST_ROWS) {
        return new Page(rows, last, true);
      }
      rows.addAll(next);
      last = one.sequence();
    }
    return new Page(rows, last, found.size() >= limit);
  }
}
