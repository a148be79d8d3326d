package org.localityvoice.perception.disclosure;

import java.util.Map;

/**
 * The answers to a question, cell by cell.
 *
 * @param question its key
 * @param everybody whether it is asked of everybody. Such questions have nearly the same bases, so
 *     a group whose base is hidden for one of them is hidden for all of them
 * @param cells by cell; cells that are missing have no valid answer
 * @param weighings by group; where one is missing, all answers weigh the same
 */
public record Counted(
    String question, boolean everybody, Map<String, Count> cells, Map<String, Weighing> weighings) {
  public Counted {
    cells = Map.copyOf(cells);
    weighings = Map.copyOf(weighings);
  }

  Count of(Group group) {
    return group.count(cells);
  }

  Weighing weighing(Group group) {
    var known = weighings.get(group.id());
    return known == null ? Weighing.equal(of(group).base()) : known;
  }
}
