package org.localityvoice.event;

import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.SessionPlaces;

/**
 * What everybody is told of the places of a session. No band stands for one number of free places
 * alone, so that nobody counts along; only where there is no more than one place in all it has to.
 * Pure.
 */
final class PlacesBand {
  private static final int FEW_OF = 5;
  private static final int FEW_AT_LEAST = 2;

  private PlacesBand() {}

  /** The band. Free places that others wait for are not free to whoever comes now. */
  static Places of(Allotment allotment, SessionPlaces session) {
    var waiting = session.waitlist().size();
    var free = allotment.free(session);
    if (free > 0 && waiting == 0) {
      var pool = allotment.poolCapacity();
      return of(free, pool == null ? session.capacity() : Math.min(pool, session.capacity()));
    }
    return waiting < session.policy().mostWaiting() ? Places.FULL : Places.WAITLIST_CLOSED;
  }

  /** The band of some free places of so many; where one more than few would be all, all are few. */
  static Places of(int free, int capacity) {
    var few = Math.max(FEW_AT_LEAST, capacity / FEW_OF);
    return free <= few || capacity <= few + 1 ? Places.FEW : Places.AVAILABLE;
  }
}
