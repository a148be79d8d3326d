package org.localityvoice.event.planning;

import org.localityvoice.event.AgeRange;

/**
 * The ages by which it is looked at what is missing: before school, primary school, secondary
 * school until it ends, until majority, adults, and those of retirement age. They are not the bands
 * of the population in the area file, which tell adults apart and know no children.
 */
enum AgeBand {
  UNDER_FIVE(0, 4, "0-4"),
  PRIMARY(5, 10, "5-10"),
  SECONDARY(11, 15, "11-15"),
  NEARLY_ADULT(16, 17, "16-17"),
  ADULT(18, 64, "18-64"),
  OLDER(65, AgeRange.OLDEST, "65+");

  private final int from;
  private final int to;
  private final String label;

  AgeBand(int from, int to, String label) {
    this.from = from;
    this.to = to;
    this.label = label;
  }

  /** The name in the contract. */
  String label() {
    return label;
  }

  /** Whether somebody of the band may come to a session for these ages. */
  boolean servedBy(AgeRange sessions) {
    return new AgeRange(from, to).meets(sessions);
  }
}
