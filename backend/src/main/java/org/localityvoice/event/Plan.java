package org.localityvoice.event;

import java.time.ZoneId;
import org.localityvoice.mongo.DerivedId;

/** When and where a session is to be, and for how many. */
record Plan(Slot slot, Terms terms) {
  /** The allotment that decides about its places: its own, or that of the pool. */
  String allotmentId(String session, String organiser, ZoneId zone) {
    return terms.poolCapacity() == null
        ? DerivedId.of("session", session)
        : DerivedId.of(
            "pool", organiser, space(), slot.startsAt().atZone(zone).toLocalDate().toString());
  }

  /** The id of the space's diary. */
  String space() {
    return Diary.idOf(slot.venueId(), slot.spaceId());
  }
}
