package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.PlainText;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations of people who are signed in. */
final class DoorOperations {
  private static final int USUAL_PAGE = 50;
  private static final String SESSION = "sessionId";

  private final TicketService tickets;
  private final DeviceService devices;
  private final AbsenceService absences;
  private final IncidentService incidents;

  DoorOperations(
      TicketService tickets,
      DeviceService devices,
      AbsenceService absences,
      IncidentService incidents) {
    this.tickets = tickets;
    this.devices = devices;
    this.absences = absences;
    this.incidents = incidents;
  }

  private record DeviceBody(@Nullable String label) {}

  void addTo(Api api) {
    api.on("listTickets", this::tickets)
        .on("listDeviceTokens", this::devices)
        .on("makeDeviceToken", this::make)
        .on("revokeDeviceToken", this::revoke)
        .on("listNoShows", this::noShows)
        .on("listIncidents", this::incidents)
        .on("getIncident", this::incident);
  }

  private Future<Reply> tickets(Call call) {
    return tickets
        .tickets(
            call.caller(),
            call.path("registrationId"),
            call.query("session").orElseThrow(Problem::notFound))
        .map(all -> Reply.ok(new DoorViews.All(all)));
  }

  private Future<Reply> devices(Call call) {
    return devices
        .list(call.caller(), call.path(SESSION))
        .map(all -> Reply.ok(new DoorViews.All(all.stream().map(DoorViews::device).toList())));
  }

  private Future<Reply> make(Call call) {
    var session = call.path(SESSION);
    var label = Optional.ofNullable(call.body(DeviceBody.class).label()).map(DoorOperations::plain);
    return devices
        .make(call.caller(), session, label, call.idempotencyKey())
        .map(
            made ->
                Reply.created(
                    "/v1/sessions/" + session + "/device-tokens/" + made.device().id(),
                    DoorViews.made(made)));
  }

  private static String plain(String label) {
    var text = PlainText.of(label);
    if (text.isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("/label", "blank")));
    }
    return text;
  }

  private Future<Reply> revoke(Call call) {
    return devices
        .revoke(call.caller(), call.path(SESSION), call.path("deviceId"))
        .map(done -> Reply.noContent());
  }

  private Future<Reply> noShows(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    return absences
        .list(call.caller(), call.path(SESSION), call.query("after").orElse(""), limit)
        .map(page -> Reply.ok(page(page.items(), DoorViews::noShow, page.next())));
  }

  private static <T> DoorViews.Page page(
      List<T> items, Function<T, ?> view, Optional<String> next) {
    return new DoorViews.Page(items.stream().map(view).toList(), next);
  }

  private Future<Reply> incidents(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    var after = call.query("after").map(DoorOperations::mark);
    return incidents
        .list(call.caller(), call.path("localityId"), after, limit)
        .map(
            all ->
                Reply.ok(
                    page(
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
}
