package org.localityvoice.directory;

import java.util.Locale;

/** Whether everybody may find a service. */
public enum ServiceState {
  DRAFT,
  PUBLISHED;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
