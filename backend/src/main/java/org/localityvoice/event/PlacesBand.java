package org.localityvoice.event;

import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.SessionPlaces;

/** What everybody is told of the places of a session. Pure. */
final class PlacesBand {
  private static final int FEW_OF = 5;

  private PlacesBand() {}

  /** The band. Free places that others wait for are not free to whoever comes now. */
  static Places of(Allotment allotment, SessionPlaces session) {
    var waiting = session.waitlist().size();
    var free = allotment.free(session);
    if (free > 0 && waiting == 0) {
      return free * FEW_OF <= session.capacity() ? Places.FEW : Places.AVAILABLE;
    }
    return waiting < session.policy().mostWaiting() ? Places.FULL : Places.WAITLIST_CLOSED;
  }
}
