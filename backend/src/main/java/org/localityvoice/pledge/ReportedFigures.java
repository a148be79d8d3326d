package org.localityvoice.pledge;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Where the figures about reports come from: those that everybody may know, with small numbers
 * hidden already.
 */
public interface ReportedFigures {
  /**
   * The figures of a quarter; a number that is hidden is not there.
   *
   * @param at the last day that counts
   * @param total of all categories together, by id: {@code problems}, {@code confirmed}, …
   * @param byCategory the same by category; empty when that cannot be told
   */
  record Told(
      LocalDate at, Map<String, Integer> total, Map<String, Map<String, Integer>> byCategory) {
    public Told {
      total = Map.copyOf(total);
      byCategory = Map.copyOf(byCategory);
    }
  }

  /** The first day from which problems are counted; empty where that is not known. */
  Future<Optional<LocalDate>> countedFrom(String localityId);

  /**
   * A quarter that is over, as it was at the end of last month.
   *
   * @param quarter {@code 2026-Q3}
   */
  Future<Told> of(String localityId, String quarter);
}
