package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.Reporting;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Looks, before somebody posts, for reports that may be about the same problem. It finds only what
 * everybody may see, and compares words only with words that the caller may read: a score over a
 * hidden text would let its words be guessed.
 */
final class SimilarService {
  private static final int MOST = 5;
  private static final int MOST_CANDIDATES = 40;

  /** A report of another category of the group is meant only where it says much the same. */
  private static final double ALIKE = 0.3;

  private final Areas areas;
  private final ReportListStore store;
  private final NearReader near;
  private final InstantSource clock;

  SimilarService(Areas areas, ReportListStore store, InstantSource clock) {
    this.areas = areas;
    this.store = store;
    this.near = new NearReader(store);
    this.clock = clock;
  }

  /**
   * What somebody is about to report.
   *
   * @param radius how far to look, for staff who wish to say
   */
  record Wanted(String category, Point point, Optional<String> text, Optional<Integer> radius) {
    /** Without what people write. */
    @Override
    public String toString() {
      return "Wanted " + category;
    }
  }

  /**
   * A report that may be about the same.
   *
   * @param metres how far its public point is
   * @param score see {@link SimilarScore}
   */
  record Candidate(Report report, double metres, double score) {}

  /** The likeliest first; at most five. */
  Future<List<Candidate>> find(Wanted wanted, Optional<Caller> caller) {
    return areas
        .area()
        .compose(
            area -> {
              var reporting = area.map(Area::reporting).orElseGet(Reporting::none);
              var category = reporting.category(wanted.category()).orElseThrow(this::unknown);
              if (wanted.radius().isPresent()
                  && !area.map(found -> worksThere(caller, found, wanted.point())).orElse(false)) {
                throw Problem.invalid(List.of(Violation.at("/radius", "staff-only")));
              }
              // Nobody learns of low-level intelligence by asking whether there is some.
              return category.confidential()
                  ? Future.succeededFuture(List.of())
                  : find(wanted, category, related(reporting, category), caller);
            });
  }

  private Problem unknown() {
    return Problem.invalid(List.of(Violation.at("/category", "unknown-category")));
  }

  private static boolean worksThere(Optional<Caller> caller, Area area, Point point) {
    return caller
        .flatMap(
            someone ->
                area.localityAt(point.latitude(), point.longitude())
                    .filter(locality -> someone.staff())
                    .filter(locality -> someone.localities().contains(locality.id())))
        .isPresent();
  }

  private static Set<String> related(Reporting reporting, Category category) {
    return reporting.categories().stream()
        .filter(other -> other.group().id().equals(category.group().id()))
        .map(Category::id)
        .collect(Collectors.toSet());
  }

  private Future<List<Candidate>> find(
      Wanted wanted, Category category, Set<String> related, Optional<Caller> caller) {
    var now = clock.instant();
    var rule = category.similar();
    // Where public points are blurred, none can be nearer than the blur lets it seem.
    double radius = wanted.radius().orElse(Math.max(rule.metres(), category.blurMetres()));
    return near.page(
            new Nearest(wanted.point(), radius, NearMark.BEGINNING),
            related,
            row -> SimilarScore.freshness(row.standing(), rule, now).isPresent(),
            MOST_CANDIDATES)
        .compose(
            page ->
                store
                    .whole(page.found().stream().map(found -> found.row().id()).toList())
                    .map(
                        reports ->
                            new Scoring(wanted, category, radius, caller, now)
                                .best(page.found(), reports)));
  }

  /** One comparison. */
  private record Scoring(
      Wanted wanted, Category category, double radius, Optional<Caller> caller, Instant now) {

    List<Candidate> best(List<Nearest.Found> found, List<Report> reports) {
      var runs = wanted.text().map(Likeness::runs).filter(some -> !some.isEmpty());
      Map<String, Report> byId =
          reports.stream().collect(Collectors.toMap(Report::id, Function.identity()));
      var candidates = new ArrayList<Candidate>();
      for (var one : found) {
        var report = byId.get(one.row().id());
        if (report != null && report.publication().listed()) {
          candidate(report, one.mark().metres(), runs).ifPresent(candidates::add);
        }
      }
      return candidates.stream()
          .sorted(
              Comparator.comparingDouble(Candidate::score)
                  .reversed()
                  .thenComparingDouble(Candidate::metres)
                  .thenComparing(candidate -> candidate.report().id()))
          .limit(MOST)
          .toList();
    }

    private Optional<Candidate> candidate(
        Report report, double metres, Optional<Set<String>> runs) {
      var words =
          runs.flatMap(
              some -> readable(report).map(text -> Likeness.of(some, Likeness.runs(text))));
      var same = report.category().equals(category.id());
      if (!same && words.orElse(0.0) < ALIKE) {
        return Optional.empty();
      }
      return SimilarScore.freshness(report.standing(), category.similar(), now)
          .map(
              fresh ->
                  new Candidate(
                      report, metres, SimilarScore.of(metres, radius, words, same, fresh)));
    }

    /** What the caller may read of what the reporter wrote. */
    private Optional<String> readable(Report report) {
      if (caller.flatMap(someone -> Access.staff(report, someone)).isPresent()) {
        return Optional.of(report.submission().text());
      }
      return report.publication().text() == Publication.Moderated.PUBLISHED
          ? Optional.ofNullable(report.publication().publicText())
          : Optional.empty();
    }
  }
}
