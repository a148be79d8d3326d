package org.localityvoice.report.measure;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What everybody may know of the problems of a quarter that is over: numbers of problems, in all
 * and by cell, by the ids of the contract ({@code problems}, {@code confirmed}, {@code
 * said-done-disputed}). A number that is withheld is not there.
 *
 * @param at the last day that counts
 * @param total of all categories together
 * @param byCategory by id; empty when no table can be shown safely
 */
public record OpenFigures(
    LocalDate at, Map<String, Integer> total, Map<String, Map<String, Integer>> byCategory) {
  public OpenFigures {
    total = Map.copyOf(total);
    byCategory = Map.copyOf(byCategory);
  }

  static OpenFigures of(Measured measured) {
    var asked = measured.asked();
    var byCategory = new TreeMap<String, Map<String, Integer>>();
    Numbers.shown(measured)
        .ifPresent(
            groups -> groups.forEach((category, row) -> byCategory.put(category, told(row))));
    return new OpenFigures(
        LocalDate.ofInstant(asked.at(), asked.zone()),
        told(Numbers.shown(measured.total())),
        byCategory);
  }

  private static Map<String, Integer> told(Numbers numbers) {
    var told = new TreeMap<String, Integer>();
    for (var part : Sums.PROBLEMS.parts()) {
      numbers.count(part.id()).ifPresent(count -> told.put(part.id(), count));
    }
    return told;
  }
}
