package org.localityvoice.event.allocation;

import java.util.HashSet;
import java.util.List;

/**
 * Who wants to come together: all get places, or none.
 *
 * @param registration made by the client, so that a retry finds the first try; unique within the
 *     session
 * @param account who registers the party
 * @param participants 1 to {@link #MOST}, each once
 */
public record Party(String registration, String account, List<String> participants) {
  /** The largest party. */
  public static final int MOST = 20;

  public Party {
    participants = checked(participants);
  }

  static List<String> checked(List<String> participants) {
    if (participants.isEmpty() || participants.size() > MOST) {
      throw new IllegalArgumentException("a party has 1 to " + MOST + " participants");
    }
    if (new HashSet<>(participants).size() < participants.size()) {
      throw new IllegalArgumentException("a participant is named twice");
    }
    return List.copyOf(participants);
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "Party of " + participants.size();
  }
}
