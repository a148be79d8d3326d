package org.localityvoice.event.attendance;

import java.time.Instant;
import org.localityvoice.event.Event;
import org.localityvoice.event.Session;
import org.localityvoice.identity.Signatory;

/** A device that stands at the door of its session, at a moment when it may. */
record AtDoor(Session session, Event event, DoorKey key, Device device, Instant now) {
  DoorHours hours() {
    return DoorAccess.hours(session);
  }

  /** Who reads: whoever answers for the device, by that device. */
  Signatory reader() {
    return new Signatory(device.maker().uid(), "device-" + device.id());
  }
}
