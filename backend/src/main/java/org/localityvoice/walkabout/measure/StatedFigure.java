package org.localityvoice.walkabout.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.localityvoice.walkabout.grading.Element;

/**
 * One figure as it leaves: null, with a status that says why, where there is none; never 0.
 *
 * @param breakdown {@code all}, the whole quarter, or one of its months: {@code month:2026-11}
 * @param status {@code OK}, {@code SUPPRESSED}, or {@code NO_BASE} where nobody walked or nothing
 *     was found
 * @param suppressionReason there exactly when it is suppressed
 * @param value to one decimal
 * @param numerator of a share
 * @param denominator of an index the transects that were graded, each once; of a share what it is
 *     among
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatedFigure(
    String measureId,
    String seriesId,
    String breakdown,
    String theme,
    String direction,
    String unit,
    String status,
    @Nullable String suppressionReason,
    @Nullable Double value,
    @Nullable Integer numerator,
    @Nullable Integer denominator) {
  private static final String ALL = "all";
  private static final String OK = "OK";
  private static final String SUPPRESSED = "SUPPRESSED";
  private static final String NO_BASE = "NO_BASE";

  /**
   * Every figure of a quarter, in the same order always: of each element the whole quarter, pooled,
   * then its months that had a walkabout, as everybody reads them; of each theme its findings.
   */
  static List<StatedFigure> of(IndexService.Seen quarter) {
    var figures = new ArrayList<StatedFigure>();
    var elements = quarter.told(quarter.whole());
    for (var element : elements) {
      var measure = WalkaboutMeasure.index(element.id(), element.theme());
      figures.add(index(measure, ALL, quarter.whole(), element.id()));
      quarter
          .months()
          .forEach(
              (month, pool) -> {
                if (pool.walkabouts() > 0) {
                  figures.add(index(measure, "month:" + month, pool, element.id()));
                }
              });
    }
    var themes = new TreeSet<String>();
    elements.forEach(one -> themes.add(one.theme()));
    themes.forEach(theme -> figures.add(onTime(theme, quarter)));
    return List.copyOf(figures);
  }

  private static StatedFigure index(
      WalkaboutMeasure measure, String breakdown, Pool pool, String element) {
    if (pool.walkabouts() == 0) {
      return figure(measure, breakdown, NO_BASE, null, null, null, null);
    }
    var figure = pool.of(element);
    return pool.withheld(figure)
        .map(why -> figure(measure, breakdown, SUPPRESSED, why, null, null, null))
        .orElseGet(
            () ->
                figure(
                    measure,
                    breakdown,
                    OK,
                    null,
                    figure.index().value().map(IndexViews::rounded).orElse(null),
                    null,
                    figure.index().graded()));
  }

  private static StatedFigure onTime(String theme, IndexService.Seen quarter) {
    var share =
        quarter.elements().stream()
            .filter(one -> one.theme().equals(theme))
            .map(Element::id)
            .map(id -> quarter.fates().of(id).onTime())
            .reduce(Share.NONE, Share::and);
    var measure = WalkaboutMeasure.onTime(theme);
    if (share.base() == 0) {
      return figure(measure, ALL, NO_BASE, null, null, null, null);
    }
    return share.told()
        ? figure(measure, ALL, OK, null, share.percent().orElse(null), share.number(), share.base())
        : figure(measure, ALL, SUPPRESSED, Share.WITHHELD, null, null, null);
  }

  private static StatedFigure figure(
      WalkaboutMeasure measure,
      String breakdown,
      String status,
      @Nullable String reason,
      @Nullable Double value,
      @Nullable Integer numerator,
      @Nullable Integer denominator) {
    return new StatedFigure(
        measure.id(),
        measure.series(),
        breakdown,
        measure.theme(),
        measure.direction(),
        measure.unit(),
        status,
        reason,
        value,
        numerator,
        denominator);
  }
}
