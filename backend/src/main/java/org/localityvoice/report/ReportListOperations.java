package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Json;
import org.localityvoice.http.Reply;

/** The operations of lists and maps that everybody may see. */
final class ReportListOperations {
  private static final String GEO_JSON = "application/geo+json";
  private static final int USUAL_FEATURES = 500;

  private final ReportListService lists;
  private final CountService counts;

  ReportListOperations(ReportListService lists, CountService counts) {
    this.lists = lists;
    this.counts = counts;
  }

  void addTo(Api api) {
    api.on("listReportFeatures", this::features).on("listReportClusters", this::clusters);
  }

  private record Clusters(List<CountService.Cluster> squares) {}

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
