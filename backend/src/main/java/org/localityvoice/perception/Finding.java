package org.localityvoice.perception;

import org.localityvoice.estimate.Proportion;

/** What an estimator says of one measure: a figure, or why there is none. */
sealed interface Finding {
  /** A share. */
  record Figure(Proportion share) implements Finding {}

  /**
   * No figure leaves, and this is why.
   *
   * @param status SUPPRESSED, or the gate that stopped it: NO_BASE, UNREPRESENTED, ...
   * @param reason a code, or the {@code dimension=category} at fault
   */
  record Withheld(String status, String reason) implements Finding {}
}
