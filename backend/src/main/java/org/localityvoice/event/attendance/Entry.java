package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.Comparator;

/**
 * An item that was taken. It is never changed or removed as long as the attendance is kept.
 *
 * @param device which sent it first
 * @param receivedAt what our clock said
 */
public record Entry(Item item, String device, Instant receivedAt) {
  /** By the devices' clocks; the same for everybody who looks, in whichever order they came. */
  static final Comparator<Entry> BY_TIME =
      Comparator.comparing((Entry entry) -> entry.item().at()).thenComparing(Entry::id);

  String id() {
    return item.id();
  }
}
