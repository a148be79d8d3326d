package org.localityvoice.operational;

import java.util.Locale;

/** Whether a statement is out. */
public enum StatementState {
  PROPOSED,
  PUBLISHED;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
