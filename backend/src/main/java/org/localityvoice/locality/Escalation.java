package org.localityvoice.locality;

import java.util.List;

/**
 * Who is reminded when a promise has passed: the owner at once, then level by level.
 *
 * @param chaseAfterWorkingDays how long each of them has before the next one is told
 * @param levels ids of partners, or {@link #MANAGER} for the neighbourhood manager
 */
public record Escalation(int chaseAfterWorkingDays, List<String> levels) {
  /** Stands for the neighbourhood manager of the report's locality. */
  public static final String MANAGER = "manager";

  /** For categories that say nothing else. */
  public static final Escalation USUAL = new Escalation(2, List.of(MANAGER));

  public Escalation {
    levels = List.copyOf(levels);
  }
}
