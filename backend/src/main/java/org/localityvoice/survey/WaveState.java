package org.localityvoice.survey;

import java.util.Locale;

/** Where a wave is. Which state follows which stands in {@link Wave}. */
public enum WaveState {
  /** Its first day has not come. */
  PLANNED,
  /** Gives out ballots and takes answers. */
  OPEN,
  /** Takes answers to ballots given out before, and paper forms. */
  GRACE,
  /** Takes nothing more; the last answers are being counted. */
  CLOSING,
  /** Every answer is counted, and nobody can tell whose was whose. */
  CLOSED,
  /** Closed, and figures of it are published. Never stored; see {@link Wave#on}. */
  RELEASED;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its key still exists for ballots, and answers may come. */
  boolean takesAnswers() {
    return this == OPEN || this == GRACE;
  }

  /** Whether it has not been closed. */
  boolean beforeClosing() {
    return this == PLANNED || takesAnswers();
  }
}
