package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations about parties that come without a registration. */
final class WalkInOperations {
  private final WalkInPassService passes;
  private final WalkInService walkIns;
  private final DeviceGate gate;

  WalkInOperations(WalkInPassService passes, WalkInService walkIns, DeviceGate gate) {
    this.passes = passes;
    this.walkIns = walkIns;
    this.gate = gate;
  }

  private record PassBody(String id, List<String> participants) {}

  private record PassView(String pass, Instant until) {}

  private record AdmitBody(String pass) {}

  private record GuestView(String guest, String name) {}

  private record Admitted(String registration, List<GuestView> guests) {}

  void addTo(Api api) {
    api.on("makeWalkInPass", this::pass).on("admitWalkIn", this::admit);
  }

  private Future<Reply> pass(Call call) {
    var body = call.body(PassBody.class);
    return passes
        .pass(call.caller(), call.path("sessionId"), body.id(), body.participants())
        .map(pass -> Reply.json(201, new PassView(pass.id(), pass.until())));
  }

  private Future<Reply> admit(Call call) {
    return gate.holder(call.path("sessionId"), call.header("Device-Token"))
        .compose(
            at ->
                walkIns
                    .admit(at, call.body(AdmitBody.class).pass())
                    .compose(
                        pass ->
                            walkIns
                                .lines(at, pass)
                                .map(
                                    lines ->
                                        Reply.ok(
                                            new Admitted(
                                                pass.registration(),
                                                lines.stream()
                                                    .map(WalkInOperations::view)
                                                    .toList())))));
  }

  private static GuestView view(WalkInService.Line line) {
    return new GuestView(line.guest(), DoorViews.name(line.who()));
  }
}
