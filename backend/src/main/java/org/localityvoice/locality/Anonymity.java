package org.localityvoice.locality;

import java.util.Locale;

/** Whether somebody may report without saying who they are. */
public enum Anonymity {
  ALLOWED,
  /** Nothing of who reports is kept, whatever they send. */
  REQUIRED,
  NOT_ALLOWED;

  /** The name in the contract and in area files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
