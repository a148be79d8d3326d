package org.localityvoice.walkabout.measure;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.walkabout.grading.WalkaboutIndex;

/** The operations about statements of walkabouts for the performance framework. */
final class StatementOperations {
  private static final String ID = "walkaboutStatementId";
  private static final String LOCALITY = "localityId";

  private final StatementService service;
  private final Runnable written;

  StatementOperations(StatementService service, Runnable written) {
    this.service = service;
    this.written = written;
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
      int walkabouts,
      @Nullable List<StatedFigure> observations) {}

  private record ViewList(List<View> statements) {}

  void addTo(Api api) {
    api.on("listWalkaboutStatements", this::list)
        .on("proposeWalkaboutStatement", this::propose)
        .on("getWalkaboutStatement", this::get)
        .on("approveWalkaboutStatement", this::approve);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.path(LOCALITY), call.caller())
        .map(all -> Reply.ok(new ViewList(all.stream().map(one -> view(one, false)).toList())));
  }

  private Future<Reply> propose(Call call) {
    var wanted = call.body(NewStatement.class);
    var of = new WalkaboutStatement.Of(call.path(LOCALITY), wanted.period());
    return service
        .propose(wanted.id(), of, call.caller())
        .map(made -> Reply.created("/v1/walkabout-statements/" + made.id(), view(made, true)));
  }

  private Future<Reply> get(Call call) {
    return service
        .statement(call.path(ID), call.caller())
        .map(found -> Reply.ok(view(found, true)));
  }

  private Future<Reply> approve(Call call) {
    return service
        .approve(call.path(ID), call.caller())
        .onComplete(done -> written.run())
        .map(done -> Reply.ok(view(done, true)));
  }

  private static View view(WalkaboutStatement one, boolean whole) {
    return new View(
        one.id(),
        one.locality(),
        one.period(),
        one.revision(),
        one.state().slug(),
        one.proposedAt(),
        one.proposedBy(),
        one.approvedAt(),
        one.approvedBy(),
        WalkaboutIndex.METHOD,
        one.walkabouts(),
        whole ? one.figures() : null);
  }
}
