package org.localityvoice.event.attendance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;

/** The operations that devices at a door call, each with its token. */
final class DeviceOperations {
  private static final int USUAL_PAGE = 50;

  private final DeviceGate gate;
  private final RosterService rosters;
  private final CheckInService checkIns;
  private final IncidentService incidents;
  private final Messages messages;

  DeviceOperations(
      DeviceGate gate,
      RosterService rosters,
      CheckInService checkIns,
      IncidentService incidents,
      Messages messages) {
    this.gate = gate;
    this.rosters = rosters;
    this.checkIns = checkIns;
    this.incidents = incidents;
    this.messages = messages;
  }

  private record BatchBody(JsonNode items) {}

  private record IncidentBody(String id, Instant at, @Nullable List<String> guests, String text) {
    /** Without what was written. */
    @Override
    public String toString() {
      return "incident " + id;
    }
  }

  private record Kept(String id) {}

  void addTo(Api api) {
    var batches = new Batches(api.schema("AttendanceItem"));
    api.on("getRoster", this::roster)
        .on("getRosterGuest", this::guest)
        .on("takeAttendance", call -> take(call, batches))
        .on("noteIncident", this::note);
  }

  private Future<AtDoor> at(Call call) {
    return gate.holder(call.path("sessionId"), call.header("Device-Token"));
  }

  private Future<Reply> roster(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    return at(call)
        .compose(
            at ->
                rosters
                    .page(at, call.query("after").orElse(""), limit)
                    .map(page -> Reply.ok(RosterViews.roster(at, page.lines(), page.next()))));
  }

  private Future<Reply> guest(Call call) {
    return at(call)
        .compose(at -> rosters.guest(at, call.path("guestId")))
        .map(line -> Reply.ok(RosterViews.guest(line)));
  }

  private Future<Reply> take(Call call, Batches batches) {
    return at(call)
        .compose(
            at -> {
              var sent = batches.read(call.body(BatchBody.class).items());
              return checkIns.take(at, sent).map(verdicts -> verdicts(call, sent, verdicts));
            });
  }

  private Reply verdicts(Call call, List<Sent> sent, List<Verdict> verdicts) {
    var language = call.language(messages.languages());
    var views = new ArrayList<DoorViews.VerdictView>();
    for (var i = 0; i < sent.size(); i++) {
      var verdict = verdicts.get(i);
      views.add(
          new DoorViews.VerdictView(
              sent.get(i).id(),
              verdict.slug(),
              verdict.kept(),
              messages.text(language, "attendance.verdict." + verdict.slug(), List.of())));
    }
    return Reply.ok(new DoorViews.All(views));
  }

  private Future<Reply> note(Call call) {
    return at(call)
        .compose(
            at -> {
              var body = call.body(IncidentBody.class);
              var guests = Optional.ofNullable(body.guests()).orElse(List.of());
              return incidents.keep(
                  at, new IncidentService.Note(body.id(), body.at(), guests, body.text()));
            })
        .map(id -> Reply.json(201, new Kept(id)));
  }
}
