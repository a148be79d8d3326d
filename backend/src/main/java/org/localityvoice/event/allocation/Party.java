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

  private static final int LONGEST_ID = 64;

  /** As long as an account's id may be with Firebase. */
  private static final int LONGEST_ACCOUNT = 128;

  public Party {
    if (registration.length() > LONGEST_ID || account.length() > LONGEST_ACCOUNT) {
      throw new IllegalArgumentException("an id is too long");
    }
    participants = checked(participants);
  }

  static List<String> checked(List<String> participants) {
    if (participants.isEmpty() || participants.size() > MOST) {
      throw new IllegalArgumentException("a party has 1 to " + MOST + " participants");
    }
    if (new HashSet<>(participants).size() < participants.size()) {
      throw new IllegalArgumentException("a participant is named twice");
    }
    if (participants.stream().anyMatch(one -> one.length() > LONGEST_ID)) {
      throw new IllegalArgumentException("an id is too long");
    }
    return List.copyOf(participants);
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "Party of " + participants.size();
  }
}
