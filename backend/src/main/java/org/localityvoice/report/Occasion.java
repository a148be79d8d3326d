package org.localityvoice.report;

import java.util.Locale;

/** Why those affected are asked whether a problem has been dealt with. */
public enum Occasion {
  SAID_DONE,
  REFUSED,
  MERGED,
  /** The promised time has passed and nothing has happened. */
  PROMISE_PASSED;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
