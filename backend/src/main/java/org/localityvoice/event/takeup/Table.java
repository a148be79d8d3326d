package org.localityvoice.event.takeup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.attendance.AgeGroup;

/**
 * How many different people came, as it is told. What is withheld is absent, and is nowhere else
 * either.
 *
 * @param people in all, those who live elsewhere or have not said where among them
 * @param ages every age group
 * @param homes every locality
 */
record Table(@Nullable Integer people, List<Ages> ages, List<Row> homes) {
  Table {
    ages = List.copyOf(ages);
    homes = List.copyOf(homes);
  }

  /** People of an age, when they first came in the quarter. */
  record Ages(AgeGroup age, @Nullable Integer people) {}

  /** People who live in a locality. */
  record Row(String home, @Nullable Integer people, List<Ages> ages) {
    Row {
      ages = List.copyOf(ages);
    }
  }
}
