package org.localityvoice.pledge;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;

/** What people said, what was done, and what is not clear yet, for everybody. */
final class YouSaidOperations {
  private static final int PAGE = 50;

  private final YouSaidService service;
  private final Messages messages;

  YouSaidOperations(YouSaidService service, Messages messages) {
    this.service = service;
    this.messages = messages;
  }

  void addTo(Api api) {
    api.on("getYouSaid", this::read);
  }

  private Future<Reply> read(Call call) {
    var id = call.path("localityId");
    var language = call.language(messages.languages());
    return service
        .read(id, language, call.query("after").map(FeedMark::read), call.number("limit", PAGE))
        .map(
            page -> {
              var words = new FeedWords(messages, page.area(), language);
              return Reply.tagged(YouSaidViews.of(id, language, page, words))
                  .with("Content-Language", language)
                  .with("Vary", "Accept-Language");
            });
  }
}
