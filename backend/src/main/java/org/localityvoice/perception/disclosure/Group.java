package org.localityvoice.perception.disclosure;

import java.util.Map;
import java.util.Set;

/**
 * A group that figures are told of, as a set of cells: the strata of a wave, the squares of a
 * table, whatever answers are counted by.
 *
 * @param id {@code all}, {@code age_band:16-34}
 * @param cells every cell that belongs to it, also those that nobody is in; a reader does not know
 *     which these are
 */
public record Group(String id, Set<String> cells) {
  public Group {
    cells = Set.copyOf(cells);
  }

  /** The answers of the group. */
  public Count count(Map<String, Count> counts) {
    return cells.stream()
        .map(cell -> counts.getOrDefault(cell, Count.NONE))
        .reduce(Count.NONE, Count::plus);
  }

  /** Whether it is a true part of another. */
  boolean within(Group other) {
    return cells.size() < other.cells.size() && other.cells.containsAll(cells);
  }
}
