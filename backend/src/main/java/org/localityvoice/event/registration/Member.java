package org.localityvoice.event.registration;

import java.util.Optional;
import org.localityvoice.event.people.Needs;

/**
 * Somebody of a party, as it is asked for.
 *
 * @param id of the participant
 * @param needs what the session is told of them
 */
record Member(String id, Optional<Needs> needs) {
  /** Without who it is. */
  @Override
  public String toString() {
    return "member of a party";
  }
}
