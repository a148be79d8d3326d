package org.localityvoice.perception.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.estimate.Counts;
import org.localityvoice.estimate.Group;

/**
 * Responses counted by wave and combination of categories; what order they came in is forgotten.
 */
final class Tally {
  /**
   * Names of people in a column of categories would fill the memory; this many cells are plenty.
   */
  static final int MOST_CELLS = 20_000;

  private static final Comparator<List<String>> BY_CATEGORIES =
      (a, b) -> {
        for (var i = 0; i < a.size(); i++) {
          var order = a.get(i).compareTo(b.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private final Map<String, Map<List<String>, Cell>> waves = new TreeMap<>(WaveOrder.NATURAL);
  private int cells;
  private long all;

  private static final class Cell {
    private long n;
    private long positive;
    private long other;
  }

  /** Whether an answer is inside the base, and counts. */
  enum Answer {
    POSITIVE,
    OTHER,
    MISSING
  }

  /**
   * Adds so many responses; false where there is no room for one more cell.
   *
   * @throws ArithmeticException where there are more than can be counted
   */
  boolean add(String wave, List<String> categories, Answer answer, long n) {
    var inWave = waves.computeIfAbsent(wave, fresh -> new HashMap<>());
    var cell = inWave.get(categories);
    if (cell == null) {
      if (++cells > MOST_CELLS) {
        return false;
      }
      cell = new Cell();
      inWave.put(List.copyOf(categories), cell);
    }
    all = Math.addExact(all, n);
    cell.n += n;
    cell.positive += answer == Answer.POSITIVE ? n : 0;
    cell.other += answer == Answer.OTHER ? n : 0;
    return true;
  }

  /** A wave's groups in a fixed order, with what each answered. */
  record WaveCounts(String wave, List<Group> groups, List<Counts> counts) {}

  /** The waves, the earliest first. */
  List<WaveCounts> waves() {
    var all = new ArrayList<WaveCounts>();
    waves.forEach(
        (wave, found) -> {
          var ordered = new TreeMap<List<String>, Cell>(BY_CATEGORIES);
          ordered.putAll(found);
          var groups = new ArrayList<Group>();
          var counts = new ArrayList<Counts>();
          ordered.forEach(
              (categories, cell) -> {
                groups.add(new Group(categories, cell.n));
                counts.add(new Counts(cell.positive, cell.other));
              });
          all.add(new WaveCounts(wave, groups, counts));
        });
    return all;
  }
}
