package org.localityvoice.walkabout.grading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a finding stands. */
public enum FindingState {
  /** Nobody has been given it. */
  OPEN,
  /** A partner is to put it right. */
  ASSIGNED,
  /** Its owner says that it is put right; nobody else has looked yet. */
  DONE_CLAIMED,
  /** Somebody who does not work for its owner has seen that it is put right. */
  VERIFIED,
  /** Somebody has seen that it is not put right, or not any more. */
  REOPENED,
  /** Nobody of this area answers for it. */
  NOT_OURS;

  /** The name in the contract: {@code doneClaimed}. */
  public String wire() {
    var words = name().toLowerCase(Locale.ROOT).split("_", -1);
    var text = new StringBuilder(words[0]);
    for (var i = 1; i < words.length; i++) {
      text.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return text.toString();
  }

  /** The state of that name; empty for a name that is none. */
  public static Optional<FindingState> of(String wire) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
  }

  /** Whether nothing more is to be done about it. */
  public boolean settled() {
    return this == VERIFIED || this == NOT_OURS;
  }
}
