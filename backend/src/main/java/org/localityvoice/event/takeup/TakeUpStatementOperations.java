package org.localityvoice.event.takeup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.takeup.TakeUpStatementService.Stated;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations about statements of take-up for the performance framework. */
final class TakeUpStatementOperations {
  private static final String ID = "takeUpStatementId";

  private final TakeUpStatementService service;

  TakeUpStatementOperations(TakeUpStatementService service) {
    this.service = service;
  }

  private record NewStatement(String id, String period) {}

  private record View(
      String id,
      String locality,
      String period,
      int revision,
      String state,
      Instant proposedAt,
      String proposedBy,
      @Nullable Instant approvedAt,
      @Nullable String approvedBy,
      String method,
      @Nullable Instant countedAt,
      @Nullable Integer sessions,
      @Nullable Integer sessionsWithAttendance,
      @Nullable List<FigureView> observations) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record FigureView(
      String measureId,
      String breakdown,
      String theme,
      String direction,
      String unit,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String suppressionReason,
      @Nullable Number value,
      @Nullable Integer numerator,
      @Nullable Integer denominator) {}

  private record ViewList(List<View> statements) {}

  void addTo(Api api) {
    api.on("listTakeUpStatements", this::list)
        .on("proposeTakeUpStatement", this::propose)
        .on("getTakeUpStatement", this::get)
        .on("approveTakeUpStatement", this::approve);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.path("localityId"), call.caller())
        .map(all -> Reply.ok(new ViewList(all.stream().map(one -> view(one, null)).toList())));
  }

  private Future<Reply> propose(Call call) {
    var wanted = call.body(NewStatement.class);
    var quarter = Quarter.of(wanted.period());
    return service
        .propose(call.path("localityId"), wanted.id(), quarter, call.caller())
        .map(
            made ->
                Reply.created("/v1/event-takeup-statements/" + made.statement().id(), view(made)));
  }

  private Future<Reply> get(Call call) {
    return service.statement(call.path(ID), call.caller()).map(found -> Reply.ok(view(found)));
  }

  private Future<Reply> approve(Call call) {
    return service.approve(call.path(ID), call.caller()).map(done -> Reply.ok(view(done)));
  }

  private static View view(Stated stated) {
    return view(stated.statement(), stated.counted());
  }

  private static View view(TakeUpStatement statement, @Nullable TakeUp counted) {
    return new View(
        statement.id(),
        statement.locality(),
        statement.period(),
        statement.revision(),
        statement.state().slug(),
        statement.proposedAt(),
        statement.proposedBy(),
        statement.approvedAt(),
        statement.approvedBy(),
        TakeUpStatement.METHOD + " " + TakeUpStatement.METHOD_VERSION,
        counted == null ? null : counted.countedAt(),
        counted == null ? null : counted.sessions(),
        counted == null ? null : counted.withAttendance(),
        counted == null
            ? null
            : TakeUpFigure.of(counted).stream().map(TakeUpStatementOperations::view).toList());
  }

  private static FigureView view(TakeUpFigure figure) {
    var measure = figure.measure();
    return new FigureView(
        measure.id(),
        figure.breakdown(),
        TakeUpMeasure.THEME,
        measure.direction(),
        measure.unit(),
        figure.status().name(),
        figure.suppressionReason(),
        figure.value(),
        figure.numerator(),
        figure.denominator());
  }
}
