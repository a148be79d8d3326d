package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations of safeguarding leads. */
final class IncidentOperations {
  private static final int USUAL_PAGE = 50;
  private static final String ID = "incidentId";

  private final IncidentService incidents;
  private final IncidentHoldService holds;

  IncidentOperations(IncidentService incidents, IncidentHoldService holds) {
    this.incidents = incidents;
    this.holds = holds;
  }

  private record HoldBody(LocalDate reviewOn) {}

  void addTo(Api api) {
    api.on("listIncidents", this::incidents)
        .on("getIncident", this::incident)
        .on("holdIncident", this::hold)
        .on("releaseIncident", this::release);
  }

  private Future<Reply> incidents(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    var after = call.query("after").map(IncidentOperations::mark);
    return incidents
        .list(call.caller(), call.path("localityId"), after, limit)
        .map(
            all ->
                Reply.ok(
                    DoorViews.page(
                        all,
                        DoorViews::incident,
                        all.size() < limit
                            ? Optional.empty()
                            : Optional.of(mark(all.get(limit - 1))))));
  }

  private static String mark(Incident last) {
    return last.receivedAt().toEpochMilli() + "_" + last.id();
  }

  private static IncidentStore.Mark mark(String text) {
    var parts = text.split("_", 2);
    if (parts.length == 2 && parts[0].matches("[0-9]{1,15}")) {
      return new IncidentStore.Mark(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
    }
    throw Problem.invalid(List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
  }

  private Future<Reply> incident(Call call) {
    return incidents
        .read(call.caller(), call.path("incidentId"))
        .map(read -> Reply.ok(DoorViews.incident(read)));
  }

  private Future<Reply> hold(Call call) {
    var until = call.body(HoldBody.class).reviewOn();
    return holds
        .hold(call.caller(), call.path(ID), until)
        .map(hold -> Reply.ok(new HoldBody(hold.reviewOn())));
  }

  private Future<Reply> release(Call call) {
    return holds.release(call.caller(), call.path(ID)).map(done -> Reply.noContent());
  }
}
