package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.locality.Boxes;

/**
 * The public lists. What is promised of walking from page to page while reports change:
 *
 * <ul>
 *   <li>newest change first, or nearest first: a report that stays as it is meanwhile is met
 *       exactly once, and none is met twice; one that changes may be missed until one begins anew;
 *   <li>oldest change first ({@code changedSince}): no report is missed; one that changes may be
 *       met again with its change.
 * </ul>
 */
final class ReportListService {
  /**
   * What has changed within this time is left to the next call of those who follow changes: a write
   * on its way may still be about to show with an earlier time.
   */
  static final Duration SETTLING = Duration.ofSeconds(10);

  private static final int MOST_SQUARES = 16;
  private static final int MOST_CATEGORIES = 10;

  private final ReportListStore store;
  private final ReportReader reader;
  private final NearReader near;
  private final InstantSource clock;

  ReportListService(ReportListStore store, InstantSource clock) {
    this.store = store;
    this.reader = new ReportReader(store);
    this.near = new NearReader(store);
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param next for the page after it; empty at the end
   */
  record Page<T>(List<T> items, Optional<String> next) {
    Page {
      items = List.copyOf(items);
    }
  }

  /** Rows, for maps. */
  Future<Page<ReportRow>> rows(ListRequest request) {
    return request.near().map(circle -> near(request, circle)).orElseGet(() -> changed(request));
  }

  /** Whole reports that everybody may see. */
  Future<Page<Report>> reports(ListRequest request) {
    return rows(request)
        .compose(
            page ->
                store
                    .whole(page.items().stream().map(ReportRow::id).toList())
                    .map(found -> whole(page, found, request.filter())));
  }

  private static Page<Report> whole(Page<ReportRow> page, List<Report> found, ReportFilter filter) {
    Map<String, Report> byId =
        found.stream().collect(Collectors.toMap(Report::id, Function.identity()));
    // What was taken off the lists since the rows were read must not be shown any more.
    var reports =
        page.items().stream()
            .flatMap(row -> Optional.ofNullable(byId.get(row.id())).stream())
            .filter(report -> report.publication().listed())
            .filter(report -> filter.admits(ReportRow.of(report)))
            .toList();
    return new Page<>(reports, page.next());
  }

  private Future<Page<ReportRow>> near(ListRequest request, ListRequest.Near circle) {
    var after = request.after().map(NearMark::of).orElse(NearMark.BEGINNING);
    var search = new Nearest(circle.middle(), circle.metres(), after);
    var filter = request.filter();
    return near.page(search, filter.categories(), filter::admits, request.limit())
        .map(
            page ->
                new Page<>(
                    page.found().stream().map(Nearest.Found::row).toList(),
                    page.next().map(NearMark::text)));
  }

  private Future<Page<ReportRow>> changed(ListRequest request) {
    var filter = request.filter();
    var since = filter.changedSince();
    var after =
        request
            .after()
            .map(PageMark::of)
            .or(() -> since.map(time -> new PageMark(Optional.of(time), "")));
    var order = since.isPresent() ? ListOrder.OLDEST_CHANGED : ListOrder.NEWEST_CHANGED;
    var wanted = since.isPresent() ? filter.changedBefore(settled()) : filter;
    return reader
        .page(strands(filter), order, wanted::admits, after, request.limit())
        .map(page -> new Page<>(page.rows(), page.next().map(PageMark::text)));
  }

  private Instant settled() {
    return clock.instant().minus(SETTLING).truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The index to read by: few squares, or the locality, or, as a last resort, all that is listed.
   */
  static List<Strand> strands(ReportFilter filter) {
    var squares =
        filter.rectangle().map(wanted -> Boxes.covering(wanted, MOST_SQUARES)).orElse(List.of());
    if (!squares.isEmpty()) {
      var categories =
          filter.categories().size() > MOST_CATEGORIES
              ? List.<String>of()
              : filter.categories().stream().sorted().toList();
      return squares.stream().<Strand>map(square -> new Strand.InBox(square, categories)).toList();
    }
    return List.of(
        filter.locality().<Strand>map(Strand.InLocality::new).orElseGet(Strand.Listed::new));
  }
}
