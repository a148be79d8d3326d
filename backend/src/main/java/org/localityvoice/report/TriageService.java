package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.report.ReportListService.Page;

/** The list by which staff of a locality see what is to be done. */
final class TriageService {
  private final ReportListStore store;
  private final ReportReader reader;

  TriageService(ReportListStore store) {
    this.store = store;
    this.reader = new ReportReader(store);
  }

  /**
   * What is asked for.
   *
   * @param filter without states it is of what is unfinished
   * @param after the mark of the page before
   */
  record Wanted(
      String locality, ReportFilter filter, ListOrder order, Optional<String> after, int limit) {}

  /** A page of what the caller may see. */
  Future<Page<Report>> page(Wanted wanted, Caller caller) {
    var sight = Sight.of(caller, wanted.locality());
    var strands = strands(wanted, sight);
    if (strands.isEmpty()) {
      return Future.succeededFuture(new Page<>(List.of(), Optional.empty()));
    }
    return reader
        .page(
            strands,
            wanted.order(),
            row ->
                sight.sees(row.standing().owner(), row.confidential())
                    && wanted.filter().admits(row),
            wanted.after().map(PageMark::of),
            wanted.limit())
        .compose(
            page ->
                store
                    .whole(ids(page.rows()))
                    .map(
                        found ->
                            new Page<>(
                                inOrder(ids(page.rows()), found, sight),
                                page.next().map(PageMark::text))));
  }

  private static List<String> ids(List<ReportRow> rows) {
    return rows.stream().map(ReportRow::id).toList();
  }

  /** The reports in the order of their ids, without those given to others since then. */
  static List<Report> inOrder(List<String> ids, List<Report> found, Sight sight) {
    Map<String, Report> byId =
        found.stream().collect(Collectors.toMap(Report::id, Function.identity()));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
        .filter(report -> sight.sees(report.standing().owner(), report.confidential()))
        .toList();
  }

  /** By owner where the index knows of owners; otherwise the locality. */
  private static List<Strand> strands(Wanted wanted, Sight sight) {
    var filter = wanted.filter();
    var states =
        (filter.states().isEmpty() ? ReportState.UNFINISHED : filter.states())
            .stream().sorted().toList();
    var owners = sight.only().map(Set::of).orElse(filter.owners());
    if (owners.isEmpty() || wanted.order() != ListOrder.EXPECTED) {
      return List.of(new Strand.Staff(wanted.locality(), states));
    }
    return owners.stream()
        .filter(owner -> filter.owners().isEmpty() || filter.owners().contains(owner))
        .sorted()
        .<Strand>map(owner -> new Strand.Owned(wanted.locality(), owner, states))
        .toList();
  }
}
