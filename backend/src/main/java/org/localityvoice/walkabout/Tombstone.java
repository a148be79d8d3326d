package org.localityvoice.walkabout;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * That an item was taken back: it does not come back when an older batch brings it again. Kept for
 * longer than any device stays without a network.
 *
 * @param id of the item that says so
 * @param digest of what was sent, and by whom; empty once nobody is named
 * @param item that was taken back
 * @param by uid of who took it back
 * @param manager whether they manage the locality, and so may take back what others noted
 */
public record Tombstone(
    String id,
    String digest,
    String item,
    String by,
    boolean manager,
    Instant deviceTime,
    Instant receivedAt) {
  /** How long it is kept. */
  static final Period KEPT = Period.ofMonths(13);

  /** Whether it takes back what somebody noted. */
  public boolean covers(String maker) {
    return manager || by.equals(maker);
  }

  /** With a pseudonym for whoever took it back. */
  public Tombstone nameless(Pseudonyms pseudonyms) {
    return new Tombstone(id, "", item, pseudonyms.of(by), manager, deviceTime, receivedAt);
  }

  /** When it may go. */
  public Instant until() {
    return receivedAt.atOffset(ZoneOffset.UTC).plus(KEPT).toInstant().plus(Duration.ofDays(1));
  }
}
