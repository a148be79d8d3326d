package org.localityvoice.report.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations about statements for the performance framework. */
final class ReportStatementOperations {
  private final ReportStatementService service;

  ReportStatementOperations(ReportStatementService service) {
    this.service = service;
  }

  private record NewStatement(String id, String period) {}

  private record View(
      String id,
      String locality,
      String period,
      Instant at,
      int revision,
      String state,
      Instant proposedAt,
      String proposedBy,
      Optional<Instant> approvedAt,
      Optional<String> approvedBy,
      String method,
      List<ObservationView> observations) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record ObservationView(
      String measureId,
      String theme,
      String direction,
      String unit,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String suppressionReason,
      @Nullable Double value,
      @Nullable Integer numerator,
      @Nullable Integer denominator) {}

  private record ViewList(List<View> statements) {}

  void addTo(Api api) {
    api.on("listReportStatements", this::list)
        .on("proposeReportStatement", this::propose)
        .on("getReportStatement", this::get)
        .on("approveReportStatement", this::approve);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.path("localityId"), call.caller())
        .map(
            all ->
                Reply.ok(new ViewList(all.stream().map(ReportStatementOperations::view).toList())));
  }

  private Future<Reply> propose(Call call) {
    var wanted = call.body(NewStatement.class);
    return service
        .propose(call.path("localityId"), wanted.id(), wanted.period(), call.caller())
        .map(made -> Reply.created("/v1/report-statements/" + made.id(), view(made)));
  }

  private Future<Reply> get(Call call) {
    return service
        .statement(call.path("reportStatementId"), call.caller())
        .map(statement -> Reply.ok(view(statement)));
  }

  private Future<Reply> approve(Call call) {
    return service
        .approve(call.path("reportStatementId"), call.caller())
        .map(statement -> Reply.ok(view(statement)));
  }

  private static View view(ReportStatement statement) {
    return new View(
        statement.id(),
        statement.locality(),
        statement.period(),
        statement.at(),
        statement.revision(),
        statement.state().slug(),
        statement.proposedAt(),
        statement.proposedBy(),
        Optional.ofNullable(statement.approvedAt()),
        Optional.ofNullable(statement.approvedBy()),
        ReportStatement.METHOD + " " + ReportStatement.METHOD_VERSION,
        statement.observations().stream()
            .map(
                seen ->
                    new ObservationView(
                        seen.measureId(),
                        seen.theme(),
                        seen.direction(),
                        seen.unit(),
                        seen.status(),
                        seen.suppressionReason(),
                        seen.value(),
                        seen.numerator(),
                        seen.denominator()))
            .toList());
  }
}
