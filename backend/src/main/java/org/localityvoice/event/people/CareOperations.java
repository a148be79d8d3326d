package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.identity.Signatory;
import org.localityvoice.outbox.Relay;

/** The operations by which staff put participants on hold, or note a corporate parent. */
final class CareOperations {
  private final CareService care;
  private final Relay relay;

  CareOperations(CareService care, Relay relay) {
    this.care = care;
    this.relay = relay;
  }

  private record HoldBody(String reason) {}

  private record CareView(
      String participant, boolean onHold, Optional<HoldView> hold, boolean corporateParent) {}

  private record HoldView(String reason, Instant since, Optional<String> setBy) {}

  private record HoldEntry(String participant, Optional<String> homeLocality, HoldView hold) {}

  private record HoldList(List<HoldEntry> holds) {}

  void addTo(Api api) {
    api.on("listHolds", this::list)
        .on("holdParticipant", this::hold)
        .on("releaseParticipant", this::release)
        .on("noteCorporateParent", this::adopt)
        .on("endCorporateParent", this::letGo);
  }

  private Future<Reply> list(Call call) {
    return care.holds(call.caller())
        .map(all -> Reply.ok(new HoldList(all.stream().flatMap(CareOperations::entry).toList())));
  }

  private static Stream<HoldEntry> entry(Participant one) {
    return one.openHold().stream()
        .map(hold -> new HoldEntry(one.id(), Optional.ofNullable(one.homeLocality()), view(hold)));
  }

  private Future<Reply> hold(Call call) {
    var reason = Hold.Reason.of(call.body(HoldBody.class).reason());
    return care.hold(call.caller(), call.path("participantId"), reason).map(CareOperations::reply);
  }

  private Future<Reply> release(Call call) {
    return care.release(call.caller(), call.path("participantId")).map(CareOperations::reply);
  }

  private Future<Reply> adopt(Call call) {
    return care.adopt(call.caller(), call.path("participantId")).map(CareOperations::reply);
  }

  private Future<Reply> letGo(Call call) {
    return care.letGo(call.caller(), call.path("participantId"))
        .onSuccess(done -> relay.nudge())
        .map(CareOperations::reply);
  }

  private static Reply reply(Participant one) {
    return Reply.ok(
        new CareView(
            one.id(),
            one.onHold(),
            one.openHold().map(CareOperations::view),
            one.corporateParent() != null));
  }

  private static HoldView view(Hold hold) {
    return new HoldView(
        hold.reason().slug(), hold.since(), Optional.ofNullable(hold.by()).map(Signatory::role));
  }
}
