package org.localityvoice.perception;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Population;

/**
 * What the figures of a release rest on beside the cells, kept with them so that they can be worked
 * out again whatever becomes of the area file.
 *
 * @param weighting {@code rake:ageBand5xsex2}, or {@code none}
 * @param population source of the margins; empty where there are none
 * @param margins adults by dimension and category, before categories were merged
 * @param collapsed merges: {@code ageBand:16-24+25-34}
 * @param weightsCapped respondents whose weight was held at the cap
 * @param maxMarginDevPp how far a weighted margin is off at most, in points
 * @param comparedWith id of the wave that changes are told from; null where there is none
 * @param boundarySet that the locality had
 * @param comparedSeries the series that changes may be told of, since the earlier wave's figure is
 *     known to everybody; null where there is no earlier wave, and in releases from before that was
 *     asked
 * @param languages spoken in the locality; null in releases from before that was asked
 */
public record Basis(
    String weighting,
    String population,
    List<Adults> margins,
    List<String> collapsed,
    int weightsCapped,
    double maxMarginDevPp,
    @Nullable String comparedWith,
    String boundarySet,
    @Nullable List<String> comparedSeries,
    @Nullable List<String> languages) {

  /** How many adults a category has. */
  public record Adults(String dimension, String category, long adults) {}

  public Basis {
    margins = List.copyOf(margins);
    collapsed = List.copyOf(collapsed);
    comparedSeries = comparedSeries == null ? null : List.copyOf(comparedSeries);
    languages = languages == null ? null : List.copyOf(languages);
  }

  /**
   * All adults of the locality, by the margin of age bands: margins can have different totals, so
   * one of them is fixed. 0 where there is none.
   */
  long all() {
    return margins.stream()
        .filter(row -> row.dimension().equals(Weighed.AGE_BAND))
        .mapToLong(Adults::adults)
        .sum();
  }

  /** Whether answers were weighted to the adults of the locality. */
  boolean weighted() {
    return !weighting.equals(Weighed.NONE);
  }

  /** The same, with changes of these series only. */
  Basis comparedWithin(List<String> series) {
    return new Basis(
        weighting,
        population,
        margins,
        collapsed,
        weightsCapped,
        maxMarginDevPp,
        comparedWith,
        boundarySet,
        comparedSeries == null ? null : comparedSeries.stream().filter(series::contains).toList(),
        languages);
  }

  /** The margins of a population, bands in their order. */
  static List<Adults> margins(Optional<Population> population) {
    var all = new java.util.ArrayList<Adults>();
    population.ifPresent(
        people -> {
          people.byAgeBand().forEach((band, n) -> all.add(new Adults(Weighed.AGE_BAND, band, n)));
          people.bySex().forEach((sex, n) -> all.add(new Adults("sex", sex, n)));
        });
    return all;
  }
}
