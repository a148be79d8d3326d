package org.localityvoice.perception;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Questionnaire.Option;

/**
 * How many people chose each option, as comparison tools for councils take it: not weighted,
 * rounded to five. Whether the counts are given at all depends on the base alone, never on the
 * answers: from fifty valid answers on, few on one side of a question point at nobody.
 */
final class AnswerCounts {
  static final int FEWEST = 50;
  private static final int STEP = 5;

  private AnswerCounts() {}

  /** Counts by option, those outside the base left out; empty where the base is too small. */
  static Optional<Map<String, Integer>> of(Item item, List<Cell> cells) {
    var counts = new TreeMap<String, Integer>();
    var valid = 0;
    for (var option : item.options()) {
      if (!option.outsideBase()) {
        var count = count(item, option, cells);
        valid += count;
        counts.put(option.id(), Math.round(count / (float) STEP) * STEP);
      }
    }
    return valid < FEWEST ? Optional.empty() : Optional.of(counts);
  }

  private static int count(Item item, Option option, List<Cell> cells) {
    return cells.stream().mapToInt(cell -> cell.count(item.key(), option.id())).sum();
  }
}
