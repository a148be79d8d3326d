package org.localityvoice.perception;

import java.util.List;
import java.util.Map;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Waves.Results;

/**
 * How many people chose each option of a measure's question, as a statement tells it: see {@link
 * AnswerCounts}.
 *
 * @param counts by option, rounded to five
 */
public record OptionCounts(String measureId, Map<String, Integer> counts) {
  public OptionCounts {
    counts = Map.copyOf(counts);
  }

  /** Those of all measures whose base is large enough, in the order of the questionnaire. */
  static List<OptionCounts> of(Results results) {
    return results.questionnaire().items().stream()
        .filter(item -> item.measure().isPresent())
        .flatMap(
            item -> AnswerCounts.of(item, results.cells()).map(found -> of(item, found)).stream())
        .toList();
  }

  private static OptionCounts of(Item item, Map<String, Integer> counts) {
    return new OptionCounts(item.measure().orElseThrow().id(), counts);
  }
}
