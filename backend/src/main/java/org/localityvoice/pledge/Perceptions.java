package org.localityvoice.pledge;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** Where released perceptions come from: what people said in surveys, as it is published now. */
@FunctionalInterface
public interface Perceptions {
  /**
   * What people said of one measure in one wave.
   *
   * @param measure its id
   * @param title its name in the reader's language
   * @param theme id of its theme
   * @param wave id of the wave
   * @param period the quarter, {@code 2026-Q3}
   * @param from the wave's first day
   * @param to its last
   * @param told whether there is a figure; otherwise it is withheld, missing or withdrawn
   * @param withdrawn whether it was published and then taken back
   * @param sentence in the reader's language: how many, how sure, and whether it has changed; or
   *     why it is not told
   * @param basis in the reader's language: when it was asked, and how many answered
   * @param sequence of the statement that it was published in
   */
  record Perceived(
      String measure,
      String title,
      String theme,
      String wave,
      String period,
      LocalDate from,
      LocalDate to,
      boolean told,
      boolean withdrawn,
      String sentence,
      String basis,
      long sequence)
      implements About {}

  /**
   * What was released of a locality. A withdrawn figure stays among it, as withdrawn.
   *
   * @param language of the sentences
   * @param periods of so many of the latest quarters
   */
  Future<List<Perceived>> of(String localityId, String language, int periods);
}
