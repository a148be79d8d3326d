package org.localityvoice.event.attendance;

import java.util.Arrays;

/** How old somebody was on the day, as roughly as figures need it. */
public enum AgeGroup {
  UNDER_5(4),
  FROM_5_TO_10(10),
  FROM_11_TO_15(15),
  FROM_16_TO_17(17),
  ADULT(Integer.MAX_VALUE);

  private final int last;

  AgeGroup(int last) {
    this.last = last;
  }

  /** The group of an age in whole years. */
  public static AgeGroup of(int age) {
    return Arrays.stream(values()).filter(group -> age <= group.last).findFirst().orElse(ADULT);
  }

  /** Whether that is a child or a young person. */
  public boolean under18() {
    return this != ADULT;
  }
}
