package org.localityvoice.event;

import io.vertx.core.Future;
import org.localityvoice.event.allocation.Party;

/** The ids of registrations, for whoever lets parties in that did not register. */
public interface RegistrationIds {
  /** The refusal of an id that is another's. */
  String TAKEN = "registration-id-taken";

  /** Whether an id is nobody's yet, or of a registration in that session. */
  Future<Boolean> freeFor(String session, String registration);

  /**
   * Takes the id for a party that has places, so that it is in its list; again is like once.
   *
   * @return false where the id is of a registration in another session
   */
  Future<Boolean> take(Session session, Party party);
}
