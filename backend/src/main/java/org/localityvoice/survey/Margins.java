package org.localityvoice.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.localityvoice.locality.Population;

/** What is known of the population, by the names that strata have in questionnaires. */
final class Margins {
  private Margins() {}

  /** Adults by option, by stratum; options in the order of the population table. */
  static Map<String, Map<String, Long>> of(Population population) {
    var margins = new LinkedHashMap<String, Map<String, Long>>();
    margins.put("ageBand", population.byAgeBand());
    margins.put("sex", population.bySex());
    return margins;
  }
}
