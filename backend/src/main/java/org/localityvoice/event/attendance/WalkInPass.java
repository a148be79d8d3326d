package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That somebody stands at the door with a party and has agreed to its coming in. A device shows it
 * to the allotment; it is good for a short while.
 *
 * @param id what the QR code says; cannot be guessed
 * @param registration under which the party would come
 * @param account who made it
 */
public record WalkInPass(
    @BsonId String id,
    String session,
    String registration,
    String account,
    List<String> participants,
    Instant until) {

  public WalkInPass {
    participants = List.copyOf(participants);
  }

  /** Whether it was made with the same request. */
  boolean same(WalkInPass other) {
    return account.equals(other.account)
        && session.equals(other.session)
        && participants.equals(other.participants);
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "pass for " + participants.size();
  }
}
