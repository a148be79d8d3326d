package org.localityvoice.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.localityvoice.report.ManyReports;
import reactor.core.publisher.Flux;

/**
 * Reading pages of fifty reports out of more and more in one ward, one page after the other, beside
 * the bare driver finding fifty of the same documents in the order of an index. What counts is that
 * the ratio does not grow with the number of reports.
 */
final class ReportListRows implements AutoCloseable {
  private static final int PAGE = 50;

  private final Beside beside;
  private final ManyReports reports;
  private final MongoCollection<Document> bare;

  ReportListRows() throws Exception {
    beside = new Beside();
    reports = new ManyReports(beside.uri);
    bare =
        beside.bare(
            "reports",
            Indexes.compoundIndex(
                Indexes.ascending("locality"), Indexes.descending("standing.changedAt")));
  }

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      reports.fill(size);
      beside.copy("reports", bare);
      var pages = new Pages(rounds, this::find);
      var of = String.format(Locale.ROOT, ", %,d reports", size);
      rows.add(pages.found("a ward's list" + of, reports::ward));
      rows.add(pages.found("list of a rectangle of 500 m" + of, reports::rectangle));
      rows.add(pages.found("the nearest within 2 km" + of, reports::nearest));
      rows.add(pages.found("what may be the same (5 of 40)" + of, reports::similar));
      rows.add(pages.fetched("  over HTTP" + of, address()));
    }
    return rows;
  }

  private String address() {
    return beside.address("/v1/reports?locality=newport");
  }

  private int find() {
    return Flux.from(
            bare.find(Filters.eq("locality", "newport"))
                .sort(Sorts.descending("standing.changedAt"))
                .limit(PAGE))
        .collectList()
        .block()
        .size();
  }

  @Override
  public void close() {
    reports.close();
    beside.close();
  }
}
