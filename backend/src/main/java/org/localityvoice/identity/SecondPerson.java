package org.localityvoice.identity;

import org.localityvoice.problem.Problem;

/**
 * The flow of a proposal: another person approves it; refusing it, or taking one's own back, needs
 * no second one. Whatever was decided stays so. Pure.
 *
 * @param <S> the states of what is proposed
 * @param proposed the state in which it waits
 * @param approved the state that takes a second person
 * @param decided code of the conflict where something else was decided before
 */
public record SecondPerson<S extends Enum<S>>(S proposed, S approved, String decided) {
  /**
   * Whether there is something to decide.
   *
   * @param seen the state it is in
   * @param wanted the state it is to be in
   * @param proposer uid of who proposed it
   * @return false where it is in that state already, so that repeating it changes nothing
   * @throws Problem where it was decided otherwise, or {@code by} must not approve it
   */
  public boolean mayDecide(S seen, S wanted, String proposer, Signatory by) {
    if (seen == wanted) {
      return false;
    }
    if (seen != proposed) {
      throw Problem.conflict(decided);
    }
    if (wanted == approved) {
      by.mustBeSecondTo(proposer);
    }
    return true;
  }
}
