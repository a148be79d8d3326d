package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.mongo.ListMark;

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
    var after = call.query("after").map(ListMark::read);
    return incidents
        .list(call.caller(), call.path("localityId"), after, limit + 1)
        .map(
            found -> {
              var page = found.subList(0, Math.min(limit, found.size()));
              var next =
                  found.size() > limit
                      ? Optional.of(mark(page.get(limit - 1)))
                      : Optional.<String>empty();
              return Reply.ok(DoorViews.page(page, IncidentViews::incident, next));
            });
  }

  private static String mark(Incident last) {
    return new ListMark(last.receivedAt(), last.id()).text();
  }

  private Future<Reply> incident(Call call) {
    return incidents
        .read(call.caller(), call.path("incidentId"))
        .map(read -> Reply.ok(IncidentViews.incident(read)));
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
