package org.localityvoice.event.people;

import org.localityvoice.event.Words;

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
    return Words.slug(this);
  }
}
