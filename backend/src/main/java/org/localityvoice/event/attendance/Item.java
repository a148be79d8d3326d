package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that a device noted about one guest.
 *
 * @param id made by the device, so that sending it again changes nothing
 * @param at what the device's clock said, to the millisecond; kept, and not trusted
 */
public record Item(String id, Instant at, Act act) {
  public Item {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
