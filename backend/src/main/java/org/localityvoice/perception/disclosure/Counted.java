package org.localityvoice.perception.disclosure;

import java.util.Map;

/**
 * The answers to a question, cell by cell.
 *
 * @param question its key
 * @param cells by cell; cells that are missing have no valid answer
 * @param weighings by group; where one is missing, all answers weigh the same
 */
public record Counted(String question, Map<String, Count> cells, Map<String, Weighing> weighings) {
  public Counted {
    cells = Map.copyOf(cells);
    weighings = Map.copyOf(weighings);
  }

  /** The answers of a group. */
  public Count of(Group group) {
    return group.count(cells);
  }

  /** What weights do to the base of a group. */
  public Weighing weighing(Group group) {
    var known = weighings.get(group.id());
    return known == null ? Weighing.equal(of(group).base()) : known;
  }
}
