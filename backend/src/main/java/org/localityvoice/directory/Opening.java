package org.localityvoice.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When it is open, in the area's time zone.
 *
 * @param opens {@code 09:30}
 * @param week of each month, counted from its first (1) or its last (-1); absent for every week
 */
public record Opening(
    List<Day> days, String opens, String closes, @Nullable Integer week, @Nullable String note) {
  public Opening {
    days = Lists.of(days);
  }
}
