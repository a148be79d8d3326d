package org.localityvoice.perception;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.localityvoice.estimate.Group;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Merge;
import org.localityvoice.perception.Basis.Adults;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Waves.Results;

/**
 * The cells of a wave by the categories it can be weighted by. A stratum that no margin is known
 * for is left out of the weighting, and so is a margin that nobody was asked about.
 *
 * @param cells in the order of their keys
 * @param missing the categories that mean "not said"
 * @param planned strata that figures are told by
 */
record Stratified(List<Cell> cells, Margins margins, Set<String> missing, List<String> planned) {
  /** Where a stratum was not answered at all. */
  private static final String UNANSWERED = "not-answered";

  static Stratified of(Results results, List<Adults> adults) {
    var form = results.questionnaire();
    var asked = form.strata().stream().map(Questionnaire.Stratum::id).toList();
    var populations = new LinkedHashMap<String, Map<String, Double>>();
    for (var row : adults) {
      if (asked.contains(row.dimension())) {
        populations
            .computeIfAbsent(row.dimension(), fresh -> new LinkedHashMap<>())
            .put(row.category(), (double) row.adults());
      }
    }
    var missing = new HashSet<String>();
    missing.add(UNANSWERED);
    form.strata().stream()
        .flatMap(stratum -> stratum.options().stream())
        .filter(Questionnaire.Option::outsideBase)
        .forEach(option -> missing.add(option.id()));
    var ordered = new TreeMap<String, Cell>();
    results.cells().forEach(cell -> ordered.put(cell.id(), cell));
    var plan = results.wave().plan();
    return new Stratified(
        List.copyOf(ordered.values()),
        new Margins(populations),
        missing,
        plan == null ? List.of() : plan.breakdowns());
  }

  /** The cells as groups, merged categories under their common name. */
  List<Group> groups(List<Merge> merges) {
    var names = margins.dimensions().stream().map(one -> Merge.names(one, merges)).toList();
    return cells.stream()
        .map(
            cell -> {
              var categories = new java.util.ArrayList<String>();
              for (var d = 0; d < names.size(); d++) {
                var given =
                    Optional.ofNullable(cell.strata().get(margins.dimensions().get(d)))
                        .orElse(UNANSWERED);
                categories.add(names.get(d).getOrDefault(given, given));
              }
              return new Group(categories, cell.n());
            })
        .toList();
  }
}
