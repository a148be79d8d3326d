package org.localityvoice.locality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The adult population (16 and over) that survey answers are weighted to.
 *
 * @param source where the figures are from; published beside whatever is weighted by them
 * @param cells every combination of age band and sex once
 */
public record Population(String source, List<Cell> cells) {
  /** How many adults of one age band and sex there are. */
  public record Cell(String ageBand, String sex, int adults) {}

  public Population {
    cells = List.copyOf(cells);
  }

  /** All adults. */
  public long adults() {
    return cells.stream().mapToLong(Cell::adults).sum();
  }

  /** The margin by age band, in the order of the cells. */
  public Map<String, Long> byAgeBand() {
    return margin(Cell::ageBand);
  }

  /** The margin by sex, in the order of the cells. */
  public Map<String, Long> bySex() {
    return margin(Cell::sex);
  }

  private Map<String, Long> margin(Function<Cell, String> category) {
    var sums = new LinkedHashMap<String, Long>();
    cells.forEach(cell -> sums.merge(category.apply(cell), (long) cell.adults(), Long::sum));
    return sums;
  }
}
