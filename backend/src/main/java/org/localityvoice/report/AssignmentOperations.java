package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.PlainText;

/** The operation that gives many reports to a partner at once. */
final class AssignmentOperations {
  private final AssignmentService service;

  AssignmentOperations(AssignmentService service) {
    this.service = service;
  }

  void addTo(Api api) {
    api.on("assignReports", this::assign);
  }

  private record Body(String id, String owner, Optional<String> note, List<String> reports) {
    AssignmentService.Wanted wanted() {
      return new AssignmentService.Wanted(
          id, owner, note.map(PlainText::of).filter(text -> !text.isEmpty()), reports);
    }
  }

  private record Outcomes(String id, List<View> results) {}

  private record View(String report, String outcome, Optional<String> reason) {
    static View of(AssignmentService.Outcome outcome) {
      var refused = outcome.problem().isPresent();
      return new View(outcome.report(), refused ? "refused" : "assigned", outcome.problem());
    }
  }

  private Future<Reply> assign(Call call) {
    var wanted = call.body(Body.class).wanted();
    return service
        .assign(wanted, call.caller())
        .map(
            outcomes ->
                Reply.ok(new Outcomes(wanted.id(), outcomes.stream().map(View::of).toList())));
  }
}
