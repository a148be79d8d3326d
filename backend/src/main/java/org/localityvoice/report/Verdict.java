package org.localityvoice.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An answer to the question "Has it been dealt with?". */
public enum Verdict {
  FIXED,
  PARTLY,
  NO,
  CANNOT_TELL;

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verdict of that name; empty for a name that is none. */
  public static Optional<Verdict> of(String slug) {
    return Arrays.stream(values()).filter(verdict -> verdict.slug().equals(slug)).findFirst();
  }
}
