package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Exports the reports of a locality that a member of staff may see. It reads page by page and
 * writes each page off the event loop; an answer is bounded, and a period with more is refused.
 */
final class ExportService {
  private static final int MOST_BYTES = 64 << 20;
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final ReportListStore store;
  private final int most;

  /**
   * The service.
   *
   * @param most how many reports a period may hold
   */
  ExportService(Vertx vertx, ReportListStore store, int most) {
    this.vertx = vertx;
    this.store = store;
    this.most = most;
  }

  /**
   * What is asked for.
   *
   * @param since the first moment of submission
   * @param until the moment of submission must be before it
   */
  record Wanted(String locality, Instant since, Instant until) {}

  /** The whole export. */
  Future<Buffer> export(Wanted wanted, Caller caller, ExportFormat format) {
    var sight = Sight.of(caller, wanted.locality());
    var all = new Writing(wanted, sight, format);
    return all.goOn(Optional.of(new PageMark(Optional.of(wanted.since()), "")));
  }

  /** One export in the making. */
  private final class Writing {
    private final Wanted wanted;
    private final Sight sight;
    private final ExportFormat format;
    private final Strand strand;
    private final Buffer written;
    private int read;
    private boolean first = true;

    Writing(Wanted wanted, Sight sight, ExportFormat format) {
      this.wanted = wanted;
      this.sight = sight;
      this.format = format;
      this.strand = new Strand.Staff(wanted.locality(), List.of(ReportState.values()));
      this.written = Buffer.buffer(format.head());
    }

    Future<Buffer> goOn(Optional<PageMark> after) {
      return store
          .read(strand, ListOrder.OLDEST_SUBMITTED, after, PAGE)
          .compose(
              rows -> {
                var meant =
                    rows.stream()
                        .filter(row -> row.standing().submittedAt().isBefore(wanted.until()))
                        .toList();
                read += meant.size();
                if (read > most || written.length() > MOST_BYTES) {
                  return Future.failedFuture(tooMuch());
                }
                var ended = meant.size() < PAGE;
                return write(meant)
                    .compose(
                        done ->
                            ended
                                ? Future.succeededFuture(written.appendString(format.tail()))
                                : goOn(
                                    Optional.of(
                                        ListOrder.OLDEST_SUBMITTED.mark(meant.get(PAGE - 1)))));
              });
    }

    private Future<Void> write(List<ReportRow> rows) {
      var ids =
          rows.stream()
              .filter(row -> sight.sees(row.standing().owner(), row.confidential()))
              .map(ReportRow::id)
              .toList();
      return store
          .whole(ids)
          .compose(
              reports ->
                  vertx.executeBlocking(() -> bytes(TriageService.inOrder(ids, reports, sight))))
          .map(
              bytes -> {
                first &= bytes.length == 0;
                written.appendBytes(bytes);
                return null;
              });
    }

    private byte[] bytes(List<Report> reports) {
      return format.reports(reports, first).getBytes(StandardCharsets.UTF_8);
    }
  }

  private Problem tooMuch() {
    return Problem.invalid(
        List.of(
            new Violation(
                Violation.In.QUERY, "submittedUntil", "export-too-large", List.of(most))));
  }
}
