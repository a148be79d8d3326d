package org.localityvoice.survey.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Measures;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.SeriesContract;

/**
 * Gives the measures of a questionnaire their series. A measure whose {@link SeriesContract} is
 * that of an earlier version goes on with that version's series, also after a detour; any other
 * begins a new one, named after the old with a mark of the contract behind it. What the author
 * called the series counts only where the measure is new. Pure.
 */
final class Series {
  private static final int LONGEST_NAME = 54;

  private final List<Questionnaire> earlier;
  private final List<String> boundaries;
  private final Set<String> taken = new HashSet<>();

  private Series(List<Questionnaire> earlier, List<String> boundaries) {
    this.earlier = earlier;
    this.boundaries = boundaries;
    earlier.forEach(
        form -> SeriesContract.places(form).forEach(p -> taken.add(p.measure().series())));
  }

  /**
   * What becomes of a measure.
   *
   * @param series the one it belongs to from now on
   * @param before its series in the latest version that has it, if there is one
   * @param because what differs from that version; empty where the series goes on
   */
  record Assignment(
      String measure,
      String series,
      Optional<String> before,
      boolean begins,
      List<String> because) {
    Assignment {
      because = List.copyOf(because);
    }
  }

  /**
   * Works the series out.
   *
   * @param earlier published versions, the newest first
   * @param boundaries the boundary sets of the area now
   */
  static List<Assignment> of(
      Questionnaire form, List<Questionnaire> earlier, List<String> boundaries) {
    var series = new Series(earlier, boundaries);
    var assigned = new ArrayList<Assignment>();
    SeriesContract.places(form).forEach(place -> assigned.add(series.assign(form, place)));
    return assigned;
  }

  /** The questionnaire with the series that were worked out. */
  static Questionnaire apply(Questionnaire form, List<Assignment> assigned) {
    Map<String, String> series = new HashMap<>();
    assigned.forEach(one -> series.put(one.measure(), one.series()));
    var questions =
        form.questions().stream()
            .map(
                question ->
                    Measures.map(
                        question,
                        (measure, part) ->
                            in(series.getOrDefault(measure.id(), measure.series()), measure)))
            .toList();
    return form.asking(questions);
  }

  private static Measure in(String series, Measure measure) {
    return new Measure(
        measure.id(),
        series,
        measure.theme(),
        measure.title(),
        measure.direction(),
        measure.positive(),
        measure.central());
  }

  private Assignment assign(Questionnaire form, SeriesContract.Place place) {
    var measure = place.measure();
    var contract = SeriesContract.of(form, place, boundaries);
    Optional<String> latest = Optional.empty();
    List<String> because = List.of();
    for (var version : earlier) {
      var known = find(version, measure.id());
      if (known.isEmpty()) {
        continue;
      }
      var theirs = SeriesContract.of(version, known.get(), boundaries(version));
      var differences = contract.differences(theirs);
      if (latest.isEmpty()) {
        latest = Optional.of(known.get().measure().series());
        because = differences;
      }
      if (differences.isEmpty()) {
        var series = known.get().measure().series();
        return new Assignment(measure.id(), series, latest, false, because);
      }
    }
    var mark = contract.mark(measure.id());
    var name = latest.map(Series::unmarked).orElse(measure.series());
    var series =
        latest.isEmpty() && taken.add(name)
            ? name
            : unmarked(name).substring(0, Math.min(LONGEST_NAME, unmarked(name).length()))
                + "-"
                + mark;
    taken.add(series);
    return new Assignment(measure.id(), series, latest, true, because);
  }

  private static Optional<SeriesContract.Place> find(Questionnaire version, String measure) {
    return SeriesContract.places(version).stream()
        .filter(place -> place.measure().id().equals(measure))
        .findFirst();
  }

  /** A version that came with an area file is taken to be of the boundaries there are. */
  private List<String> boundaries(Questionnaire version) {
    return version.publication() == null ? boundaries : version.publication().boundaries();
  }

  private static String unmarked(String series) {
    return series.replaceFirst("-[0-9a-f]{8}$", "");
  }
}
