package org.localityvoice.report.open311;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Call;
import org.localityvoice.locality.Area;
import org.localityvoice.problem.Problem;
import org.localityvoice.report.Report;
import org.localityvoice.report.SystemReports;

/** Answers with requests and with what has become of them. */
record RequestReading(
    SystemReports reports, Clients clients, InstantSource clock, String publicUrl) {

  Future<Document> list(Call call, Area area, String language) {
    var ids = call.list("service_request_id");
    if (!ids.isEmpty()) {
      return reports
          .open(ids)
          .map(found -> found.stream().sorted(Comparator.comparing(RequestReading::at)).toList())
          .map(found -> rows(area, language).document(found));
    }
    var query = RequestQuery.of(call, clock.instant());
    return reports
        .open(query.reports(), query.skip(), query.pageSize())
        .map(found -> rows(area, language).document(found));
  }

  private static java.time.Instant at(Report report) {
    return report.standing().submittedAt();
  }

  Future<Document> one(String id, Area area, String language) {
    return known(id).map(report -> rows(area, language).document(List.of(report)));
  }

  /** A request gets its id at once, so the id is what a token stands for. */
  Future<Document> token(String token) {
    return known(token)
        .map(
            report ->
                new Document(
                    "service_requests", List.of(new Rows.Token(report.id(), report.id()))));
  }

  Future<Document> updates(Call call) {
    var range = DateRange.of(call, clock.instant());
    return client(call)
        .compose(
            client -> {
              var rows = new UpdateRows(range, client);
              return reports.changed(range.start(), rows::add).map(done -> rows.document());
            });
  }

  private Future<Optional<Client>> client(Call call) {
    return call.query("api_key")
        .map(key -> clients.of(key).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Report> known(String id) {
    return reports
        .open(List.of(id))
        .map(found -> found.stream().findFirst().orElseThrow(Problem::notFound));
  }

  private RequestRows rows(Area area, String language) {
    return new RequestRows(area, new Services(area.reporting(), language), publicUrl);
  }
}
