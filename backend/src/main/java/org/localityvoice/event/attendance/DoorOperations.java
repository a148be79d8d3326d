package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
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
  private final GuestCancelService cancelling;

  DoorOperations(
      TicketService tickets,
      DeviceService devices,
      AbsenceService absences,
      GuestCancelService cancelling) {
    this.tickets = tickets;
    this.devices = devices;
    this.absences = absences;
    this.cancelling = cancelling;
  }

  private record DeviceBody(@Nullable String label) {}

  void addTo(Api api) {
    api.on("listTickets", this::tickets)
        .on("listDeviceTokens", this::devices)
        .on("makeDeviceToken", this::make)
        .on("revokeDeviceToken", this::revoke)
        .on("cancelGuest", this::cancel)
        .on("listNoShows", this::noShows);
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

  private Future<Reply> cancel(Call call) {
    var reason = GuestCancelService.Reason.of(call.query("reason").orElseThrow(Problem::notFound));
    return cancelling
        .cancel(call.caller(), call.path(SESSION), call.path("guestId"), reason)
        .map(done -> Reply.noContent());
  }

  private Future<Reply> noShows(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    return absences
        .list(call.caller(), call.path(SESSION), call.query("after").orElse(""), limit)
        .map(page -> Reply.ok(DoorViews.noShows(page)));
  }
}
