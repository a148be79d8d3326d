package org.localityvoice.walkabout;

import java.util.Locale;

/** Where a walkabout stands. What was noted during it goes before what was planned. */
public enum WalkaboutState {
  PLANNED,
  UNDERWAY,
  ENDED,
  CANCELLED;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
