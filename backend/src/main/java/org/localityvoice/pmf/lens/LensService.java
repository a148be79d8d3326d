package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.pmf.PublishedFigures;
import org.localityvoice.pmf.catalogue.Catalogue;
import org.localityvoice.pmf.catalogue.CatalogueMeasure;
import org.localityvoice.pmf.catalogue.Quarter;
import org.localityvoice.pmf.lens.WalkaboutIndex.Walked;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Brings the three lenses of a locality and month together. */
final class LensService {
  private final Areas areas;
  private final PublishedFigures figures;
  private final Supplier<Future<Catalogue>> catalogue;
  private final ReportedProblems reports;
  private final WalkaboutIndex walkabouts;
  private final InstantSource clock;

  LensService(
      Areas areas,
      PublishedFigures figures,
      Supplier<Future<Catalogue>> catalogue,
      ReportedProblems reports,
      WalkaboutIndex walkabouts,
      InstantSource clock) {
    this.areas = areas;
    this.figures = figures;
    this.catalogue = catalogue;
    this.reports = reports;
    this.walkabouts = walkabouts;
    this.clock = clock;
  }

  /**
   * What each lens shows.
   *
   * @param felt the measures that count, each with the last that was said of it
   * @param reported in the last quarter that was over by then
   */
  record Seen(
      Locality locality,
      YearMonth month,
      List<Felt> felt,
      Reported reported,
      Optional<Walked> walked) {

    Lenses lenses() {
      return new Lenses(
          Lenses.any(felt.stream().map(Felt::problem).toList()),
          reported.many(),
          walked.map(one -> one.index() < Lenses.SEEN_BELOW));
    }
  }

  /** A measure of the lens and what was said of it. */
  record Felt(CatalogueMeasure measure, Said said) {
    /** Whether certainly fewer than half say that it is no problem; empty without a figure. */
    Optional<Boolean> problem() {
      var high = said.points("ciHigh");
      return said.told() ? high.map(points -> points < Lenses.FELT_BELOW) : Optional.empty();
    }
  }

  /**
   * The lenses at the end of a month, or now.
   *
   * @param wanted the month; this one if not given
   */
  Future<Seen> look(String localityId, Optional<YearMonth> wanted) {
    return areas
        .area()
        .compose(
            found -> {
              var area = found.orElseThrow(Problem::notFound);
              var locality = area.locality(localityId).orElseThrow(Problem::notFound);
              return look(locality, wanted, today(area));
            });
  }

  private LocalDate today(Area area) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(area.timeZone()));
  }

  private Future<Seen> look(Locality locality, Optional<YearMonth> wanted, LocalDate today) {
    var month = wanted.orElseGet(() -> YearMonth.from(today));
    if (month.atDay(1).isAfter(today)) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "month", "date-to-come", List.of())));
    }
    var last = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today.minusDays(1);
    var quarter = Quarter.overBy(last);
    return Future.all(
            figures.of(locality.id(), PerceptionOperations.MOST_PERIODS),
            catalogue.get(),
            reports.in(locality.id(), quarter.name()),
            reports.countedFrom(locality.id()),
            walkabouts.of(locality.id(), month))
        .map(
            all ->
                new Seen(
                    locality,
                    month,
                    felt(Said.last(all.resultAt(0), last), all.resultAt(1)),
                    new Reported(
                        quarter, all.resultAt(3), all.resultAt(2), locality.population().adults()),
                    all.resultAt(4)));
  }

  private static List<Felt> felt(Map<String, Said> last, Catalogue catalogue) {
    var felt = new ArrayList<Felt>();
    for (var measure : catalogue.measures()) {
      if (measure.inLens()) {
        Optional.ofNullable(last.get(measure.id()))
            .ifPresent(said -> felt.add(new Felt(measure, said)));
      }
    }
    return List.copyOf(felt);
  }
}
