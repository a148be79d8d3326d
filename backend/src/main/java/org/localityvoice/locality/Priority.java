package org.localityvoice.locality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How pressing a report is; each category promises something for it. */
public enum Priority {
  EMERGENCY,
  HIGH,
  NORMAL,
  LOW;

  /** The name in the contract and in area files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The priority of that name; empty for a name that is none. */
  public static Optional<Priority> of(String slug) {
    return Arrays.stream(values()).filter(priority -> priority.slug().equals(slug)).findFirst();
  }
}
