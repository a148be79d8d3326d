package org.localityvoice.perception.disclosure;

import java.util.List;

/**
 * Everything one release tells of a wave: which groups, as sets of cells, and what becomes of the
 * figure of each for each question.
 *
 * @param id the release
 * @param boundarySet the boundaries that its area had
 * @param groups the plan, which is the same for all releases of the wave
 */
public record Told(
    String id, String boundarySet, List<Group> groups, List<Counted> questions, Pattern pattern) {
  public Told {
    groups = List.copyOf(groups);
    questions = List.copyOf(questions);
  }

  /** Whether the base of a group is told. */
  boolean tells(String question, Group group) {
    return pattern.of(question, group.id()) != Treatment.HIDDEN;
  }
}
