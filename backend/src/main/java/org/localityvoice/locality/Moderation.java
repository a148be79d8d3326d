package org.localityvoice.locality;

import java.util.Locale;

/** When the public may see what somebody sent. */
public enum Moderation {
  /** Once staff have looked at it. */
  BEFORE_PUBLICATION,
  /** At once; staff may take it away. */
  AFTER_PUBLICATION,
  NEVER_PUBLISHED;

  /** The name in the contract and in area files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
