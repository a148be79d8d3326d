package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operation that shows who was reached. */
final class TakeUpOperations {
  private final TakeUpService service;

  TakeUpOperations(TakeUpService service) {
    this.service = service;
  }

  void addTo(Api api) {
    api.on("getEventTakeUp", this::show);
  }

  private Future<Reply> show(Call call) {
    var quarter =
        call.query("period")
            .map(Quarter::of)
            .orElseThrow(() -> new IllegalStateException("the contract demands a period"));
    return service
        .of(call.path("localityId"), quarter, call.caller())
        .map(found -> Reply.tagged(TakeUpViews.of(found)));
  }
}
