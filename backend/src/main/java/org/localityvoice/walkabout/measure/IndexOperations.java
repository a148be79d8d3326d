package org.localityvoice.walkabout.measure;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;

/** The operations that show what walkabouts say. */
final class IndexOperations {
  private static final String LOCALITY = "localityId";

  private final IndexService service;
  private final Messages messages;

  IndexOperations(IndexService service, Messages messages) {
    this.service = service;
    this.messages = messages;
  }

  void addTo(Api api) {
    api.on("getWalkaboutIndex", this::index).on("getLocalityGraderAgreement", this::agreement);
  }

  private Months months(Call call) {
    return Months.asked(month(call, "from"), month(call, "to"), service.thisMonth());
  }

  private static String month(Call call, String name) {
    return call.query(name)
        .orElseThrow(() -> new IllegalStateException("the contract demands " + name));
  }

  private Future<Reply> index(Call call) {
    var language = call.language(messages.languages());
    var locality = call.path(LOCALITY);
    var now = service.thisMonth();
    return service
        .months(locality, months(call))
        .map(
            seen ->
                Reply.tagged(new IndexViews(messages, language).index(locality, seen, now))
                    .with("Content-Language", language)
                    .with("Vary", "Accept-Language"));
  }

  private Future<Reply> agreement(Call call) {
    var months = months(call);
    var locality = call.path(LOCALITY);
    return service
        .agreement(locality, months, call.caller())
        .map(found -> Reply.tagged(IndexViews.agreement(locality, months, found)));
  }
}
