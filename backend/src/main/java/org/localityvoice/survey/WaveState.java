package org.localityvoice.survey;

import java.util.Locale;

/** Where a wave is: taking answers, counting the last of them, or done. */
public enum WaveState {
  OPEN,
  CLOSING,
  CLOSED;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
