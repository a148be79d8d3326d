package org.localityvoice.event.people;

import java.util.Locale;

/** How a consent came about. */
public enum Method {
  /** The participant, signed in. */
  SELF,
  /** A guardian, signed in. */
  GUARDIAN,
  /** Staff of whoever is the corporate parent of a looked-after child. */
  CORPORATE_PARENT;

  /** The name in the contract: {@code corporate-parent}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
