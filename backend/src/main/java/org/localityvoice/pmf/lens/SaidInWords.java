package org.localityvoice.pmf.lens;

import java.time.LocalDate;

/**
 * What people said of one measure in one wave, in one language, as it is published now.
 *
 * @param measure its id
 * @param title its name
 * @param theme id of its theme
 * @param wave id of the wave
 * @param period the quarter, {@code 2026-Q3}
 * @param from the wave's first day
 * @param to its last
 * @param status {@code OK}, {@code LOW_RELIABILITY}, or why there is no figure
 * @param sentence how many, how sure, and whether it has changed; or why it is not told
 * @param when when it was asked, and how many answered
 * @param sequence of the statement that it stands in
 */
public record SaidInWords(
    String measure,
    String title,
    String theme,
    String wave,
    String period,
    LocalDate from,
    LocalDate to,
    String status,
    String sentence,
    String when,
    long sequence) {

  /** Whether there is a figure. */
  public boolean told() {
    return Said.told(status);
  }

  /** Whether there was one, and it was taken back. */
  public boolean withdrawn() {
    return status.equals("WITHDRAWN");
  }
}
