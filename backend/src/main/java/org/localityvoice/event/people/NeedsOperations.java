package org.localityvoice.event.people;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations on what sessions are told of participants. */
final class NeedsOperations {
  private final NeedsService needs;

  NeedsOperations(NeedsService needs) {
    this.needs = needs;
  }

  void addTo(Api api) {
    api.on("getNeeds", this::get).on("putNeeds", this::put);
  }

  private Future<Reply> get(Call call) {
    return needs
        .read(call.caller().uid(), call.path("participantId"), call.path("sessionId"))
        .map(Reply::ok);
  }

  private Future<Reply> put(Call call) {
    return needs
        .write(
            call.caller().uid(),
            call.path("participantId"),
            call.path("sessionId"),
            call.body(Needs.class))
        .map(Reply::ok);
  }
}
