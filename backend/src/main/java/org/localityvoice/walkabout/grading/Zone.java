package org.localityvoice.walkabout.grading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How intensely a place is used, from the Code of Practice on Litter and Refuse. */
public enum Zone {
  /** Busy public areas. */
  HIGH,
  /** Everyday areas, most housing among them. */
  MEDIUM,
  /** Lightly used areas. */
  LOW,
  /** Where special circumstances rule, such as safety on a fast road. */
  SPECIAL;

  /** The name in area files and in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The zone of that name; empty for a name that is none. */
  public static Optional<Zone> of(String slug) {
    return Arrays.stream(values()).filter(zone -> zone.slug().equals(slug)).findFirst();
  }
}
