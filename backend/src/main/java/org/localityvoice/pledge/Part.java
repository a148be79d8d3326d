package org.localityvoice.pledge;

import java.util.Locale;

/** The three columns. That something stands beside something else says nothing of why. */
enum Part {
  YOU_SAID,
  WE_DID,
  NOT_CLEAR_YET;

  /** The name in the contract: {@code not-clear-yet}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
