package org.localityvoice.identity;

import org.localityvoice.problem.Problem;

/**
 * Somebody who proposes or decides, in the role in which they do.
 *
 * @param uid to tell a second person from the first; never shown
 * @param role which is what others are told
 */
public record Signatory(String uid, String role) {
  /**
   * What one person proposes another approves.
   *
   * @param proposer uid of who proposed it
   * @throws Problem where that was the same person
   */
  public void mustBeSecondTo(String proposer) {
    if (uid.equals(proposer)) {
      throw Problem.conflict("second-person-needed");
    }
  }
}
