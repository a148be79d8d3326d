package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Json;
import org.localityvoice.http.Reply;

/** The operations of lists and maps that everybody may see. */
final class ReportListOperations {
  private static final String GEO_JSON = "application/geo+json";
  private static final int USUAL_PAGE = 50;
  private static final int USUAL_FEATURES = 500;

  private final ReportListService lists;
  private final CountService counts;

  ReportListOperations(ReportListService lists, CountService counts) {
    this.lists = lists;
    this.counts = counts;
  }

  void addTo(Api api) {
    api.on("listReports", this::reports)
        .on("listReportFeatures", this::features)
        .on("listReportClusters", this::clusters);
  }

  private record Reports(List<ReportView> items, Optional<String> next) {}

  private record Clusters(List<CountService.Cluster> squares) {}

  private Future<Reply> reports(Call call) {
    return lists
        .reports(ListQuery.page(call, USUAL_PAGE))
        .map(page -> Reply.ok(new Reports(views(page.items()), page.next())));
  }

  private static List<ReportView> views(List<Report> reports) {
    return reports.stream().map(report -> ReportViews.of(report, new Viewer.Anybody())).toList();
  }

  private Future<Reply> features(Call call) {
    return lists
        .rows(ListQuery.page(call, USUAL_FEATURES))
        .map(page -> geoJson(GeoFeatures.of(page.items(), page.next())));
  }

  static Reply geoJson(Object value) {
    return Reply.of(GEO_JSON, Buffer.buffer(Json.bytes(value)));
  }

  private Future<Reply> clusters(Call call) {
    return counts
        .clusters(ListQuery.rectangle(call).orElseThrow(), call.list("category"))
        .map(Clusters::new)
        .map(Reply::ok);
  }
}
