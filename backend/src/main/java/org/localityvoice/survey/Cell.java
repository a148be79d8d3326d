package org.localityvoice.survey;

import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What one stratum of a wave answered, in counts. Every figure comes from cells, so its cost does
 * not grow with the number of answers.
 *
 * @param id wave and strata, {@code newport-2026-q4|16-34|female}
 * @param batch the last batch that was added
 * @param n responses
 * @param counts responses by item and option
 * @param modes responses by mode
 * @param languages responses by questionnaire language
 */
public record Cell(
    @BsonId String id,
    String wave,
    int batch,
    Map<String, String> strata,
    int n,
    Map<String, Map<String, Integer>> counts,
    Map<String, Integer> modes,
    Map<String, Integer> languages) {

  public Cell {
    strata = Map.copyOf(strata);
    counts = Map.copyOf(counts);
    modes = Map.copyOf(modes);
    languages = Map.copyOf(languages);
  }

  /** How many chose an option. */
  public int count(String item, String option) {
    return counts.getOrDefault(item, Map.of()).getOrDefault(option, 0);
  }

  /** The key of a stratum's cell; strata in the order of their names, so that it is always one. */
  static String key(String wave, Map<String, String> strata) {
    return wave + "|" + String.join("|", new TreeMap<>(strata).values());
  }
}
