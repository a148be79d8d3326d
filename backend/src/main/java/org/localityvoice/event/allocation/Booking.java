package org.localityvoice.event.allocation;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.event.allocation.Standing.Waiting;

/**
 * A party in a session: all of it has places, or none of it.
 *
 * @param registration made by the client, so that a retry finds the first try
 * @param account who registered the party
 * @param participants who is to come
 * @param digest of what it was made with; the same registration with other content is refused
 * @param applied keys of the latest changes of the party, so that a retry changes nothing
 * @param ticket its place in the queue: whoever has a lower one came earlier
 * @param skipped how many times a party behind it was let in before it
 * @param standing where it is
 */
public record Booking(
    String registration,
    String account,
    List<String> participants,
    String digest,
    List<String> applied,
    long ticket,
    int skipped,
    Standing standing) {

  static final int MOST_APPLIED = 16;

  public Booking {
    participants = List.copyOf(participants);
    applied = List.copyOf(applied);
  }

  /** How many places it takes. */
  public int size() {
    return participants.size();
  }

  /** Whether its places are nobody else's: it has them, or is kept or offered them. */
  public boolean takesPlaces() {
    return !(standing instanceof Waiting);
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "Booking of " + size() + " with ticket " + ticket + ", " + standing;
  }

  Booking at(Standing now) {
    return new Booking(registration, account, participants, digest, applied, ticket, skipped, now);
  }

  Booking withTicket(long now) {
    return new Booking(
        registration, account, participants, digest, applied, now, skipped, standing);
  }

  Booking skippedOnceMore() {
    return new Booking(
        registration, account, participants, digest, applied, ticket, skipped + 1, standing);
  }

  Booking of(List<String> now) {
    return new Booking(registration, account, now, digest, applied, ticket, skipped, standing);
  }

  /** With one more key applied; only the latest are kept. */
  Booking having(String key) {
    var keys = new ArrayList<>(applied);
    keys.add(key);
    var latest = keys.subList(Math.max(0, keys.size() - MOST_APPLIED), keys.size());
    return new Booking(
        registration, account, participants, digest, latest, ticket, skipped, standing);
  }
}
